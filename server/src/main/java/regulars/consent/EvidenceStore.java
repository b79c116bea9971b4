package regulars.consent;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static schema.consent.Tables.EVIDENCE;
import static schema.customers.Tables.SUBJECT_LINK;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import regulars.kernel.Actor;
import regulars.kernel.Batch;
import regulars.kernel.Identities;
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
        var ids = Identities.next(dsl, EVIDENCE.ID, evidence.size());
        var places = IntStream.range(0, evidence.size()).boxed().toList();
        Batch.of("input", places)
                .column(EVIDENCE.ID, place -> ids[place])
                .column(EVIDENCE.SUBJECT_NUMBER, place -> evidence.get(place).subjectNumber())
                .column(EVIDENCE.CHANNEL, place -> evidence.get(place).channel().code())
                .column(
                        EVIDENCE.PURPOSE_ID,
                        place -> purpose.applyAsInt(evidence.get(place).purposeCode()))
                .column(EVIDENCE.ACTION, place -> evidence.get(place).granted() ? "granted" : "withdrawn")
                .column(EVIDENCE.ADDRESS, place -> evidence.get(place).address())
                .column(EVIDENCE.TEXT_VERSION_ID, place -> evidence.get(place).textVersionId())
                .column(EVIDENCE.SOURCE, place -> evidence.get(place).source())
                .column(EVIDENCE.METHOD, place -> evidence.get(place).method())
                .column(EVIDENCE.ACTOR, place -> evidence.get(place).actor().toString())
                .column(EVIDENCE.GIVEN_AT, place -> evidence.get(place).givenAt())
                .column(EVIDENCE.RECORDED_AT, place -> now)
                .column(EVIDENCE.IP, place -> evidence.get(place).ip())
                .column(EVIDENCE.USER_AGENT, place -> evidence.get(place).userAgent())
                .column(EVIDENCE.DETAILS, place -> details(evidence.get(place)))
                .copyInto(dsl, EVIDENCE);
        return Arrays.stream(ids).boxed().toList();
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
        var details = field("jsonb_build_object('undoes', {0})", JSONB.class, EVIDENCE.ID);
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

    private static JSONB details(NewEvidence evidence) {
        return JSONB.valueOf(JsonMapper.shared().writeValueAsString(evidence.details()));
    }
}
