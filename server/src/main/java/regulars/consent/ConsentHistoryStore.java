package regulars.consent;

import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.consent.Tables.EVIDENCE;
import static schema.consent.Tables.PURPOSE;
import static schema.consent.Tables.TEXT_VERSION;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.customers.TimelinePoint;

/** Reads the evidence of one customer. */
@Repository
class ConsentHistoryStore {
    private static final Field<String> HOW = detail("how");
    private static final Field<String> NOTE = detail("note");

    private final DSLContext dsl;

    ConsentHistoryStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The latest first. The subjects of one person have tens of these, so no index has to serve the order. */
    List<ConsentView> latest(Collection<Long> subjects, TimelinePoint from, @Nullable String text, int limit) {
        var id = EVIDENCE.ID.cast(VARCHAR).collate("C");
        return dsl.select(EVIDENCE.fields())
                .select(PURPOSE.CODE, TEXT_VERSION.BODY, HOW, NOTE)
                .from(EVIDENCE)
                .join(PURPOSE)
                .on(PURPOSE.ID.eq(EVIDENCE.PURPOSE_ID))
                .leftJoin(TEXT_VERSION)
                .on(TEXT_VERSION.ID.eq(EVIDENCE.TEXT_VERSION_ID))
                .where(EVIDENCE.SUBJECT_NUMBER.eq(DSL.any(subjects.toArray(Long[]::new))))
                .and(from.reached(EVIDENCE.GIVEN_AT, id))
                .and(text == null ? DSL.noCondition() : mentions(text))
                .orderBy(EVIDENCE.GIVEN_AT.desc(), id)
                .limit(limit)
                .fetch(row -> new ConsentView(
                        row.get(EVIDENCE.ID),
                        row.get(EVIDENCE.CHANNEL),
                        row.get(PURPOSE.CODE),
                        row.get(EVIDENCE.ACTION),
                        row.get(EVIDENCE.ADDRESS),
                        row.get(EVIDENCE.SOURCE),
                        row.get(EVIDENCE.METHOD),
                        row.get(EVIDENCE.ACTOR),
                        row.get(EVIDENCE.GIVEN_AT),
                        row.get(TEXT_VERSION.BODY),
                        row.get(HOW),
                        row.get(NOTE)));
    }

    private static Field<String> detail(String key) {
        return DSL.jsonbGetAttributeAsText(EVIDENCE.DETAILS, DSL.inline(key))
                .cast(VARCHAR)
                .as(key);
    }

    private static Condition mentions(String text) {
        return Stream.of(EVIDENCE.SOURCE, EVIDENCE.METHOD, EVIDENCE.CHANNEL, PURPOSE.CODE)
                .map(field -> field.containsIgnoreCase(text))
                .reduce(DSL.noCondition(), Condition::or);
    }
}
