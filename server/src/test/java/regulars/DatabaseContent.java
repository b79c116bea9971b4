package regulars;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** What is in every table, as a count and a hash: two of them are equal when nothing was written between. */
public final class DatabaseContent {
    /** What the product writes by itself, whoever calls: who is in a segment, when a session was last seen, leases. */
    private static final Set<String> OF_ITSELF = Set.of(
            "access.spring_session",
            "access.spring_session_attributes",
            "channels.node",
            "segments.membership",
            "segments.member_chunk",
            "segments.delta");

    private static final Set<String> ROOMS_OF_THEMSELVES = Set.of("work", "warehouse");

    private final DSLContext dsl;
    private final String query;

    public DatabaseContent(DSLContext dsl) {
        this.dsl = dsl;
        this.query = dsl.resultQuery("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and not c.relispartition
                        and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                        and c.relname <> 'flyway_schema_history'
                        """).fetchInto(String.class).stream()
                .filter(table -> !OF_ITSELF.contains(table))
                .filter(table -> !ROOMS_OF_THEMSELVES.contains(table.substring(0, table.indexOf('.'))))
                .map(table -> "select '" + table + "', count(*) || ' ' || coalesce(sum(hashtext(t::text)), 0) from "
                        + table + " t")
                .collect(Collectors.joining(" union all "));
    }

    /** By table. */
    public Map<String, String> read() {
        var content = new TreeMap<String, String>();
        dsl.fetch(query).forEach(row -> content.put(row.get(0, String.class), row.get(1, String.class)));
        return content;
    }

    /** The tables in which two differ. */
    public static Set<String> changed(Map<String, String> before, Map<String, String> after) {
        return after.keySet().stream()
                .filter(table -> !Objects.equals(after.get(table), before.get(table)))
                .collect(Collectors.toSet());
    }
}
