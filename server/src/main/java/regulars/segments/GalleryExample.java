package regulars.segments;

/**
 * A rule to begin with.
 *
 * @param key by which the screens say its name
 * @param customers how many meet it now, exactly
 */
record GalleryExample(String key, Rule rule, int customers) {}
