package regulars.consent;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.INSTANT;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.JSONB;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.consent.Tables.EVIDENCE;
import static schema.customers.Tables.SUBJECT_LINK;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import regulars.kernel.Actor;
import regulars.kernel.Batch;
import tools.jackson.databind.json.JsonMapper;

/** The evidence, appended and never changed. */
@Repository
class EvidenceStore {
    private final DSLContext dsl;

    EvidenceStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The ids of the evidence, in its order. */
    List<Long> append(List<NewEvidence> evidence, ToIntFunction<String> purpose, Instant now) {
        var input = input(evidence, purpose);
        return dsl
                .insertInto(
                        EVIDENCE,
                        EVIDENCE.SUBJECT_NUMBER,
                        EVIDENCE.CHANNEL,
                        EVIDENCE.PURPOSE_ID,
                        EVIDENCE.ACTION,
                        EVIDENCE.ADDRESS,
                        EVIDENCE.TEXT_VERSION_ID,
                        EVIDENCE.SOURCE,
                        EVIDENCE.METHOD,
                        EVIDENCE.ACTOR,
                        EVIDENCE.GIVEN_AT,
                        EVIDENCE.RECORDED_AT,
                        EVIDENCE.IP,
                        EVIDENCE.USER_AGENT,
                        EVIDENCE.DETAILS)
                .select(select(
                                input.<Long>field("subject_number"),
                                input.<String>field("channel"),
                                input.<Integer>field("purpose_id"),
                                input.<String>field("action"),
                                input.<String>field("address"),
                                input.<Integer>field("text_version_id"),
                                input.<String>field("source"),
                                input.<String>field("method"),
                                input.<String>field("actor"),
                                input.<Instant>field("given_at"),
                                val(now),
                                input.<String>field("ip"),
                                input.<String>field("user_agent"),
                                input.<org.jooq.JSONB>field("details"))
                        .from(input.table())
                        .orderBy(input.<Integer>field("place")))
                .returningResult(EVIDENCE.ID)
                .fetch(EVIDENCE.ID)
                .stream()
                .sorted() // ids are given in the order of the places
                .toList();
    }

    /** Of each customer the last evidence for the channel and purpose. */
    Map<Integer, Long> lastWords(Collection<Integer> customers, Channel channel, int purpose) {
        var last = max(EVIDENCE.ID);
        return dsl.select(SUBJECT_LINK.CUSTOMER_NUMBER, last)
                .from(SUBJECT_LINK)
                .join(EVIDENCE)
                .on(EVIDENCE.SUBJECT_NUMBER.eq(SUBJECT_LINK.SUBJECT_NUMBER))
                .where(SUBJECT_LINK.CUSTOMER_NUMBER.eq(any(customers.toArray(Integer[]::new))))
                .and(EVIDENCE.CHANNEL.eq(channel.code()))
                .and(EVIDENCE.PURPOSE_ID.eq(purpose))
                .groupBy(SUBJECT_LINK.CUSTOMER_NUMBER)
                .fetchMap(SUBJECT_LINK.CUSTOMER_NUMBER, last);
    }

    /** Writes down that the withdrawals were a mistake of ours and hold no longer. */
    void undo(Collection<Long> withdrawals, Actor actor, Instant now) {
        var details = field("jsonb_build_object('undoes', {0})", org.jooq.JSONB.class, EVIDENCE.ID);
        dsl.insertInto(
                        EVIDENCE,
                        EVIDENCE.SUBJECT_NUMBER,
                        EVIDENCE.CHANNEL,
                        EVIDENCE.PURPOSE_ID,
                        EVIDENCE.ACTION,
                        EVIDENCE.ADDRESS,
                        EVIDENCE.SOURCE,
                        EVIDENCE.METHOD,
                        EVIDENCE.ACTOR,
                        EVIDENCE.GIVEN_AT,
                        EVIDENCE.RECORDED_AT,
                        EVIDENCE.DETAILS)
                .select(select(
                                EVIDENCE.SUBJECT_NUMBER,
                                EVIDENCE.CHANNEL,
                                EVIDENCE.PURPOSE_ID,
                                val("undone"),
                                EVIDENCE.ADDRESS,
                                EVIDENCE.SOURCE,
                                val("undo"),
                                val(actor.toString()),
                                val(now),
                                val(now),
                                details)
                        .from(EVIDENCE)
                        .where(EVIDENCE.ID.eq(any(withdrawals.toArray(Long[]::new)))))
                .execute();
    }

    private static Batch<Integer> input(List<NewEvidence> evidence, ToIntFunction<String> purpose) {
        var places = IntStream.range(0, evidence.size()).boxed().toList();
        return Batch.of("input", places)
                .column("place", INTEGER, place -> place)
                .column("subject_number", BIGINT, place -> evidence.get(place).subjectNumber())
                .column(
                        "channel",
                        VARCHAR,
                        place -> evidence.get(place).channel().code())
                .column(
                        "purpose_id",
                        INTEGER,
                        place -> purpose.applyAsInt(evidence.get(place).purposeCode()))
                .column("action", VARCHAR, place -> evidence.get(place).granted() ? "granted" : "withdrawn")
                .column("address", VARCHAR, place -> evidence.get(place).address())
                .column("text_version_id", INTEGER, place -> evidence.get(place).textVersionId())
                .column("source", VARCHAR, place -> evidence.get(place).source())
                .column("method", VARCHAR, place -> evidence.get(place).method())
                .column("actor", VARCHAR, place -> evidence.get(place).actor().toString())
                .column("given_at", INSTANT, place -> evidence.get(place).givenAt())
                .column("ip", VARCHAR, place -> evidence.get(place).ip())
                .column("user_agent", VARCHAR, place -> evidence.get(place).userAgent())
                .column("details", JSONB, place -> details(evidence.get(place)));
    }

    private static org.jooq.JSONB details(NewEvidence evidence) {
        return org.jooq.JSONB.valueOf(JsonMapper.shared().writeValueAsString(evidence.details()));
    }
}
