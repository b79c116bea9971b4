package regulars.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import schema.Migrations;

/** What there is to save, as the database's own catalogue tells it, so that a new table is never forgotten. */
final class Catalogue {
    /** Sessions end with a restore; the mirror's bookkeeping is about the old database's transactions. */
    private static final Set<String> LEFT_OUT = Set.of(
            "access.spring_session", "access.spring_session_attributes", "warehouse.epoch", "warehouse.tombstone");

    private static final String TABLES = """
            select n.nspname, c.relname,
                   (select array_agg(a.attname order by a.attnum) from pg_attribute a
                     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                       and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype)
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where n.nspname = any (?) and c.relkind in ('r', 'p') and not c.relispartition
               and c.relname <> 'flyway_schema_history'
             order by 1, 2""";
    private static final String REFERENCES = """
            select distinct fn.nspname || '.' || f.relname, tn.nspname || '.' || t.relname
              from pg_constraint k
              join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
              join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
             where k.contype = 'f' and not k.condeferred and k.conrelid <> k.confrelid""";
    private static final String PARTITIONS = """
            select c.relname, format('create table if not exists %I.%I partition of %I.%I %s',
                   n.nspname, c.relname, pn.nspname, p.relname, pg_get_expr(c.relpartbound, c.oid))
              from pg_inherits i
              join pg_class c on c.oid = i.inhrelid join pg_namespace n on n.oid = c.relnamespace
              join pg_class p on p.oid = i.inhparent join pg_namespace pn on pn.oid = p.relnamespace
             where c.relispartition and c.relkind in ('r', 'p') and n.nspname = any (?)
             order by c.oid""";
    private static final String SEQUENCES =
            "select schemaname, sequencename, last_value from pg_sequences where schemaname = any (?) order by 1, 2";
    private static final String HISTORIES = """
            select n.nspname, format('select version from %I.flyway_schema_history'
                   ' where success and version is not null order by installed_rank desc limit 1', n.nspname)
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relname = 'flyway_schema_history' and n.nspname = any (?)""";

    private final Connection connection;

    Catalogue(Connection connection) {
        this.connection = connection;
    }

    record Table(String schema, String name, List<String> columns) {
        String key() {
            return schema + "." + name;
        }
    }

    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet rows) throws SQLException;
    }

    /** Referred tables first; references that are looked at when a transaction ends ask for no order. */
    List<Table> tables() throws SQLException {
        var byKey = new LinkedHashMap<String, Table>();
        for (var table : ofRooms(TABLES, Catalogue::table)) {
            if (!LEFT_OUT.contains(table.key())) byKey.put(table.key(), table);
        }
        var references = new LinkedHashMap<String, Set<String>>();
        for (var pair : references()) {
            references
                    .computeIfAbsent(pair.get(0), key -> new LinkedHashSet<>())
                    .add(pair.get(1));
        }
        var ordered = new LinkedHashSet<Table>();
        for (var key : byKey.keySet()) place(key, byKey, references, ordered, new LinkedHashSet<>());
        return List.copyOf(ordered);
    }

    private static void place(
            String key,
            Map<String, Table> tables,
            Map<String, Set<String>> references,
            Set<Table> ordered,
            Set<String> path) {
        var table = tables.get(key);
        if (table == null || ordered.contains(table)) return;
        if (!path.add(key)) throw new IllegalStateException("tables refer to each other in a circle: " + path);
        for (var referred : references.getOrDefault(key, Set.of())) place(referred, tables, references, ordered, path);
        path.remove(key);
        ordered.add(table);
    }

    private static Table table(ResultSet rows) throws SQLException {
        var columns = (String[]) rows.getArray(3).getArray();
        return new Table(rows.getString(1), rows.getString(2), List.of(columns));
    }

    private List<List<String>> references() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(REFERENCES)) {
            var pairs = new ArrayList<List<String>>();
            while (rows.next()) pairs.add(List.of(rows.getString(1), rows.getString(2)));
            return pairs;
        }
    }

    List<Manifest.Partition> partitions() throws SQLException {
        return ofRooms(PARTITIONS, rows -> new Manifest.Partition(rows.getString(1), rows.getString(2)));
    }

    /** To be asked after the tables were read: sequences are outside of transactions and may only be further ahead. */
    List<Manifest.Sequence> sequences() throws SQLException {
        return ofRooms(
                SEQUENCES,
                rows -> new Manifest.Sequence(rows.getString(1), rows.getString(2), (Long) rows.getObject(3)));
    }

    Map<String, String> versions() throws SQLException {
        var versions = new TreeMap<String, String>();
        for (var pair : ofRooms(HISTORIES, rows -> List.of(rows.getString(1), rows.getString(2)))) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(pair.get(1))) {
                if (rows.next()) versions.put(pair.get(0), rows.getString(1));
            }
        }
        return versions;
    }

    private <T> List<T> ofRooms(String query, Row<T> row) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setArray(
                    1, connection.createArrayOf("text", Migrations.rooms().toArray()));
            try (var rows = statement.executeQuery()) {
                var all = new ArrayList<T>();
                while (rows.next()) all.add(row.read(rows));
                return all;
            }
        }
    }
}
