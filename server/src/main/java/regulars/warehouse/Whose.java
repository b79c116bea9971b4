package regulars.warehouse;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import regulars.kernel.MirroredTable;

/** How a row of a mirrored table leads to a person. */
sealed interface Whose {
    /** By a column with the customer's number. */
    record Named(String column) implements Whose {}

    /**
     * By a column that equals a column of another table's rows, and on from there; that one as {@code schema.table}.
     *
     * @param above the column that says by the first one's value which row a row is below: it leads on as those below it do
     */
    record Over(
            String column,
            String table,
            String theirs,
            @Nullable String above) implements Whose {}

    /** By a column with the customer's number; a row that names none leads over another table. */
    record Either(Named named, Over over) implements Whose {}

    /** No rule asks about such rows. */
    record Nobody() implements Whose {}

    /** A definition: what it means may change for anybody. */
    record Everybody() implements Whose {}

    /** The way over another table; null where there is none. */
    default @Nullable Over way() {
        return switch (this) {
            case Over over -> over;
            case Either either -> either.over();
            case Named _, Nobody _, Everybody _ -> null;
        };
    }

    /** Of a table with the derived column. */
    static Whose derived(MirroredTable mirrored) {
        var named = new Named(TableShape.CUSTOMER_NUMBER);
        var way = mirrored.way();
        return way == null ? named : new Either(named, over(way));
    }

    /** Of a table without the derived column. */
    static Whose of(MirroredTable mirrored) {
        if (mirrored.nobody()) return new Nobody();
        var way = mirrored.way();
        if (way != null) return over(way);
        if (mirrored.owner() != null) return new Named(mirrored.key().getName());
        boolean link = mirrored.key().getName().equals(TableShape.SUBJECT_NUMBER);
        return link ? new Named(TableShape.CUSTOMER_NUMBER) : new Everybody();
    }

    private static Over over(MirroredTable.Way way) {
        var other = Objects.requireNonNull(way.theirs().getTable());
        var above = way.above();
        var schema = Objects.requireNonNull(other.getSchema()).getName();
        return new Over(
                way.column().getName(),
                schema + "." + other.getName(),
                way.theirs().getName(),
                above == null ? null : above.getName());
    }
}
