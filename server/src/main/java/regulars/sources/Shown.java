package regulars.sources;

/** Waits until people see what was imported: who reads after a finished import reads what it wrote. */
@FunctionalInterface
interface Shown {
    /** Never inside a transaction; goes on when the mirror is late, for the import itself is done. */
    void await();
}
