package regulars.warehouse;

/**
 * Which database this is and since when: the server's identity, its timeline, the database, our epoch. Another one
 * means that the watermark says nothing and the mirror has to be rebuilt.
 */
record Origin(String text) {}
