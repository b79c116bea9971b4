package regulars.warehouse;

import static regulars.warehouse.TableShape.quote;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Whose facts a round of the feed changes: people of the rows as they were and as they are. A row that names no person
 * is followed to one over other tables, once they too have changed. For one round.
 */
final class ChangedPeople {
    private static final String PEOPLE = "temp.main.changed_people";
    private static final String LED = "temp.main.led";

    private final MirrorStore store;
    private final MirrorShape shape;
    private final List<Led> led = new ArrayList<>();
    private boolean everybody;
    private @Nullable RoaringBitmap found;

    ChangedPeople(MirrorStore store, MirrorShape shape) {
        this.store = store;
        this.shape = shape;
    }

    void begin() throws SQLException {
        store.execute("create or replace temp table changed_people (number integer)");
    }

    /**
     * Before the rows of a table are replaced.
     *
     * @param stage the rows as they will be
     * @param touched the keys of rows that change or go
     */
    void note(TableShape table, String stage, String touched) throws SQLException {
        switch (table.whose()) {
            case Whose.Nobody _ -> {}
            case Whose.Everybody _ -> everybody = true;
            case Whose.Named named -> name(values(table, named.column(), stage, touched));
            case Whose.Over over -> follow(table, over, values(table, over.column(), stage, touched));
            case Whose.Either either -> {
                name(values(table, either.named().column(), stage, touched));
                follow(table, either.over(), values(table, either.over().column(), stage, touched));
            }
        }
    }

    private void name(String people) throws SQLException {
        store.execute("insert into " + PEOPLE + " " + people);
    }

    private void follow(TableShape table, Whose.Over over, String values) throws SQLException {
        if (!shape.leadsToPeople(table)) everybody = true;
        store.execute("create or replace temp table led" + led.size() + " as " + values);
        led.add(new Led(table, over));
    }

    private static String values(TableShape table, String column, String stage, String touched) {
        return "select " + quote(column) + " as value from " + stage + " union select " + quote(column) + " from "
                + table.quoted() + " where " + quote(table.key()) + " in (select key from " + touched + ")";
    }

    /** After all tables have changed. */
    void end() throws SQLException {
        for (int i = 0; i < led.size(); i++) {
            if (!everybody) name(people(led.get(i), "select value from " + LED + i));
            store.execute("drop table " + LED + i);
        }
        if (!everybody) found = store.numbers("select distinct number from " + PEOPLE + " where number is not null");
        store.execute("drop table " + PEOPLE);
    }

    /** Null when anybody's may have changed. */
    @Nullable
    RoaringBitmap found() {
        return found;
    }

    /** A query of the people of a table's rows that a condition admits. */
    private String people(TableShape table, String where) {
        var from = " from " + table.quoted() + " where " + where;
        return switch (table.whose()) {
            case Whose.Named named -> "select " + quote(named.column()) + from;
            case Whose.Over over -> people(new Led(table, over), "select " + quote(over.column()) + from);
            case Whose.Either either ->
                "select " + quote(either.named().column()) + from + " union all "
                        + people(
                                new Led(table, either.over()),
                                "select " + quote(either.over().column()) + from);
            case Whose.Nobody _, Whose.Everybody _ ->
                throw new IllegalStateException(table.name() + " leads to nobody");
        };
    }

    private String people(Led led, String values) {
        var over = led.over();
        var other = shape.table(over.table()).orElseThrow();
        return people(other, quote(over.theirs()) + " in (" + led.andBelow(values) + ")");
    }

    /** Rows of a table that lead over another one. */
    private record Led(TableShape table, Whose.Over over) {
        /** Their values, and those of the rows below them. */
        String andBelow(String values) {
            if (over.above() == null) return values;
            return "with recursive below (value) as (" + values + " union select " + quote(over.column()) + " from "
                    + table.quoted() + " join below on " + quote(over.above()) + " = value) select value from below";
        }
    }
}
