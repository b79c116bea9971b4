package regulars.campaigns;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;
import static schema.campaigns.Tables.CAMPAIGN;
import static schema.campaigns.Tables.RESPONSE;
import static schema.channels.Tables.MESSAGE;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.channels.MessageState;
import regulars.channels.Reason;
import regulars.customers.TimelineQuestion;

/** Reads the people of one campaign by key, in the order of their numbers. */
@Repository
class PeopleStore {
    private final DSLContext dsl;

    PeopleStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** A person's row before it has a name. */
    record Row(
            int customer,
            @Nullable MessageState state,
            @Nullable Reason reason,
            @Nullable String detail,
            @Nullable Instant at,
            @Nullable Long revenueMinor) {}

    List<Row> ledger(UUID campaign, PeopleBucket.Ledger bucket, int after, int limit) {
        var reason = bucket.reason();
        return dsl.select(MESSAGE.CUSTOMER_NUMBER, MESSAGE.STATE, MESSAGE.REASON, MESSAGE.REPLY, MESSAGE.ENDED_AT)
                .from(MESSAGE)
                .where(MESSAGE.SENDING_ID.eq(campaign))
                .and(MESSAGE.STATE.in(
                        bucket.states().stream().map(MessageState::code).toList()))
                .and(reason == null ? noCondition() : MESSAGE.REASON.eq(reason.code()))
                .and(MESSAGE.CUSTOMER_NUMBER.gt(after))
                .orderBy(MESSAGE.CUSTOMER_NUMBER)
                .limit(limit)
                .fetch(row -> new Row(
                        row.value1(),
                        MessageState.of(row.value2()),
                        row.value3() == null ? null : Reason.of(row.value3()),
                        row.value4(),
                        row.value5(),
                        null));
    }

    List<Row> responded(UUID campaign, PeopleBucket.Responded bucket, int after, int limit) {
        var human = sum(RESPONSE.HUMAN_HITS);
        return dsl.select(
                        RESPONSE.CUSTOMER_NUMBER,
                        max(RESPONSE.URL),
                        max(bucket.human() ? RESPONSE.FIRST_HUMAN_AT : RESPONSE.LAST_AT),
                        max(RESPONSE.MACHINE_REASON))
                .from(RESPONSE)
                .where(RESPONSE.CAMPAIGN_ID.eq(campaign))
                .and(RESPONSE.KIND.eq(bucket.kind().code()))
                .and(RESPONSE.CUSTOMER_NUMBER.gt(after))
                .groupBy(RESPONSE.CUSTOMER_NUMBER)
                .having(bucket.human() ? human.gt(BigDecimal.ZERO) : human.eq(BigDecimal.ZERO))
                .orderBy(RESPONSE.CUSTOMER_NUMBER)
                .limit(limit)
                .fetch(row -> new Row(
                        row.value1(), null, null, bucket.human() ? row.value2() : row.value4(), row.value3(), null));
    }

    /** What a customer was sent or denied by campaigns, the latest first: when it ended, or else was queued. */
    List<Message> messages(TimelineQuestion question) {
        var at = coalesce(MESSAGE.ENDED_AT, MESSAGE.QUEUED_AT);
        var id = concat(inline("m"), MESSAGE.NUMBER).collate("C");
        var text = question.text();
        return dsl.select(id, at, MESSAGE.STATE, MESSAGE.REASON, CAMPAIGN.ID, CAMPAIGN.NAME)
                .from(MESSAGE)
                .join(CAMPAIGN)
                .on(CAMPAIGN.ID.eq(MESSAGE.SENDING_ID))
                .where(MESSAGE.SUBJECT_NUMBER.eq(
                        any(question.customer().subjects().toArray(Long[]::new))))
                .and(question.from().reached(at, id))
                .and(text == null ? noCondition() : CAMPAIGN.NAME.containsIgnoreCase(text))
                .orderBy(at.desc(), id)
                .limit(question.limit())
                .fetch(row -> new Message(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }

    /** One message of a campaign, under the codes of its state and reason. */
    record Message(
            String id, Instant at, String state, @Nullable String reason, UUID campaign, String name) {}
}
