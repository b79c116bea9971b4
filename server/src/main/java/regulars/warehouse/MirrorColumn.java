package regulars.warehouse;

/** A column of a mirrored table. */
record MirrorColumn(String name, ColumnKind kind) {}
