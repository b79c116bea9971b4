package regulars.sources;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.sources.Tables.TOLD_TRAIT;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import regulars.collect.EventFollower;
import regulars.collect.FreshEvent;
import regulars.collect.IncomingEvent;
import regulars.kernel.Batch;
import schema.sources.tables.records.ToldTraitRecord;

/** What servers told about people, until it is taken in; written with the events that told it. */
@Repository
class TraitStore implements EventFollower {
    private static final String NOTHING = "{}";
    private static final String SEPARATOR = "\u0001";
    private static final Set<String> TELLING = Set.of(IncomingEvent.IDENTIFY, IncomingEvent.ALIAS);

    private final DSLContext dsl;

    TraitStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** A key that everybody can read tells nothing about people we know. */
    @Override
    public void follow(List<FreshEvent> events) {
        var told = events.stream()
                .filter(event -> event.sender().trusted() && TELLING.contains(event.call()))
                .filter(event -> event.subject().kind().equals("external"))
                .filter(event ->
                        !traits(event).equals(NOTHING) || !event.formerly().isEmpty())
                .toList();
        if (told.isEmpty()) return;
        var input = Batch.of("input", told)
                .column(TOLD_TRAIT.SOURCE, event -> event.sender().source())
                .column(TOLD_TRAIT.USER_ID, event -> event.subject().value())
                .column(TOLD_TRAIT.TRAITS, event -> JSONB.valueOf(traits(event)))
                .column("formerly", VARCHAR, event -> String.join(SEPARATOR, event.formerly()));
        dsl.insertInto(TOLD_TRAIT, TOLD_TRAIT.SOURCE, TOLD_TRAIT.USER_ID, TOLD_TRAIT.TRAITS, TOLD_TRAIT.FORMERLY)
                .select(select(
                                input.field(TOLD_TRAIT.SOURCE),
                                input.field(TOLD_TRAIT.USER_ID),
                                input.field(TOLD_TRAIT.TRAITS),
                                field(
                                        "string_to_array({0}, {1})",
                                        TOLD_TRAIT.FORMERLY.getDataType(), input.field("formerly"), inline(SEPARATOR)))
                        .from(input.table()))
                .execute();
    }

    private static String traits(FreshEvent event) {
        return event.call().equals(IncomingEvent.IDENTIFY) ? event.properties() : NOTHING;
    }

    /** The oldest, held for the transaction. */
    List<ToldTraitRecord> oldest(int limit) {
        return dsl.selectFrom(TOLD_TRAIT)
                .orderBy(TOLD_TRAIT.ID)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch();
    }

    void delete(Collection<Long> ids) {
        dsl.deleteFrom(TOLD_TRAIT)
                .where(TOLD_TRAIT.ID.eq(DSL.any(ids.toArray(Long[]::new))))
                .execute();
    }
}
