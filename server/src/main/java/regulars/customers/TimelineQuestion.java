package regulars.customers;

import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * What a timeline asks of each room.
 *
 * @param text entries must mention it, whatever the case; null for all
 */
public record TimelineQuestion(
        CustomerSubjects customer,
        TimelinePoint from,
        @Nullable String text,
        int limit) {
    /**
     * Whether a row is among the newest of any of the customer's subjects: each subject's are read from an index on
     * subject and instant, so that ten thousand entries cost what a page does. The caller still orders and limits.
     *
     * @param wanted what else a row has to be
     */
    public <T> Condition newest(Source<T> source, Condition wanted) {
        var own = DSL.unnest(customer.subjects().toArray(Long[]::new)).as("own", "subject");
        var id = source.id.cast(SQLDataType.VARCHAR).collate("C");
        var page = DSL.select(source.id.as("id"))
                .from(source.table)
                .where(source.subject.eq(DSL.field(DSL.name("own", "subject"), SQLDataType.BIGINT)))
                .and(from.reached(source.at, id))
                .and(wanted)
                .orderBy(source.at.desc(), id)
                .limit(limit)
                .asTable("page");
        var ids = DSL.select(DSL.field(DSL.name("page", "id"), source.id.getDataType()))
                .from(own, DSL.lateral(page));
        return source.id.in(ids);
    }

    /** A table of entries. */
    public record Source<T>(Table<?> table, Field<Long> subject, Field<Instant> at, Field<T> id) {}
}
