package regulars.campaigns;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static schema.campaigns.Tables.RESPONSE;
import static schema.channels.Tables.MESSAGE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.campaigns.links.MachineTraffic;
import regulars.campaigns.links.MachineTraffic.Reason;
import regulars.channels.MessageView;
import regulars.customers.TimelineQuestion;

/** Responses: one row a message, kind and link, with the hits of people and of machines apart. */
@Repository
class ResponseStore {
    private static final Duration BURST = Duration.ofSeconds(5);
    private static final int BURST_LINKS = 3;
    private static final int AGENT_CHARS = 300;

    private final DSLContext dsl;

    ResponseStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** One knock; {@code machine} says why it is no person's, null when it is. */
    record Hit(
            ResponseKind kind,
            int link,
            @Nullable String url,
            @Nullable Reason machine,
            @Nullable String agent,
            Instant at) {}

    void add(MessageView message, Hit hit) {
        var machine = hit.machine();
        boolean human = machine == null;
        dsl.insertInto(RESPONSE)
                .set(RESPONSE.MESSAGE_ID, message.id())
                .set(RESPONSE.CAMPAIGN_ID, message.sendingId())
                .set(RESPONSE.CUSTOMER_NUMBER, message.customerNumber())
                .set(RESPONSE.KIND, hit.kind().code())
                .set(RESPONSE.LINK, hit.link())
                .set(RESPONSE.URL, hit.url())
                .set(RESPONSE.HUMAN_HITS, human ? 1 : 0)
                .set(RESPONSE.MACHINE_HITS, human ? 0 : 1)
                .set(RESPONSE.MACHINE_REASON, machine == null ? null : machine.code())
                .set(RESPONSE.FIRST_HUMAN_AT, human ? hit.at() : null)
                .set(RESPONSE.FIRST_AT, hit.at())
                .set(RESPONSE.LAST_AT, hit.at())
                .set(RESPONSE.USER_AGENT, shortened(hit.agent()))
                .onConflict(RESPONSE.MESSAGE_ID, RESPONSE.KIND, RESPONSE.LINK)
                .doUpdate()
                .set(RESPONSE.HUMAN_HITS, RESPONSE.HUMAN_HITS.plus(excluded(RESPONSE.HUMAN_HITS)))
                .set(RESPONSE.MACHINE_HITS, RESPONSE.MACHINE_HITS.plus(excluded(RESPONSE.MACHINE_HITS)))
                .set(RESPONSE.MACHINE_REASON, coalesce(excluded(RESPONSE.MACHINE_REASON), RESPONSE.MACHINE_REASON))
                .set(RESPONSE.FIRST_HUMAN_AT, coalesce(RESPONSE.FIRST_HUMAN_AT, excluded(RESPONSE.FIRST_HUMAN_AT)))
                .set(RESPONSE.LAST_AT, excluded(RESPONSE.LAST_AT))
                .set(RESPONSE.USER_AGENT, excluded(RESPONSE.USER_AGENT))
                .execute();
        if (hit.kind() == ResponseKind.CLICK && human) takeBackBurst(message.id(), hit.at());
    }

    /** Who follows three links of one message within five seconds is a scanner: its clicks were no person's. */
    private void takeBackBurst(UUID message, Instant now) {
        var recent = RESPONSE.MESSAGE_ID
                .eq(message)
                .and(RESPONSE.KIND.eq(ResponseKind.CLICK.code()))
                .and(RESPONSE.FIRST_HUMAN_AT.gt(now.minus(BURST)));
        Integer links = dsl.select(countDistinct(RESPONSE.LINK))
                .from(RESPONSE)
                .where(recent)
                .fetchSingle()
                .value1();
        if (links < BURST_LINKS) return;
        dsl.update(RESPONSE)
                .set(RESPONSE.MACHINE_HITS, RESPONSE.MACHINE_HITS.plus(RESPONSE.HUMAN_HITS))
                .set(RESPONSE.MACHINE_REASON, MachineTraffic.Reason.BURST.code())
                .set(RESPONSE.HUMAN_HITS, 0)
                .setNull(RESPONSE.FIRST_HUMAN_AT)
                .where(recent)
                .execute();
    }

    /** Takes back a recorded wish, when the person changes their mind on the page. */
    void remove(UUID message, ResponseKind kind) {
        dsl.deleteFrom(RESPONSE)
                .where(RESPONSE.MESSAGE_ID.eq(message))
                .and(RESPONSE.KIND.eq(kind.code()))
                .execute();
    }

    /** What a customer did with mails, the latest first. */
    List<Did> of(TimelineQuestion question) {
        var id = concat(inline("r"), RESPONSE.NUMBER).collate("C");
        var text = question.text();
        return dsl.select(
                        id,
                        RESPONSE.KIND,
                        RESPONSE.URL,
                        RESPONSE.FIRST_HUMAN_AT,
                        RESPONSE.campaign().ID,
                        RESPONSE.campaign().NAME)
                .from(RESPONSE)
                .where(RESPONSE.MESSAGE_ID.in(select(MESSAGE.ID)
                        .from(MESSAGE)
                        .where(MESSAGE.SUBJECT_NUMBER.eq(
                                any(question.customer().subjects().toArray(Long[]::new))))))
                .and(RESPONSE.KIND.ne(ResponseKind.UNSUBSCRIBE.code())) // told as a consent
                .and(question.from().reached(RESPONSE.FIRST_HUMAN_AT, id))
                .and(text == null ? noCondition() : mentions(text))
                .orderBy(RESPONSE.FIRST_HUMAN_AT.desc(), id)
                .limit(question.limit())
                .fetch(row ->
                        new Did(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }

    private static Condition mentions(String text) {
        return RESPONSE.campaign().NAME.containsIgnoreCase(text).or(RESPONSE.URL.containsIgnoreCase(text));
    }

    /** One thing a person did with a mail of a campaign. */
    record Did(String id, String kind, @Nullable String url, Instant at, UUID campaign, String name) {}

    private static @Nullable String shortened(@Nullable String agent) {
        return agent == null || agent.length() <= AGENT_CHARS ? agent : agent.substring(0, AGENT_CHARS);
    }
}
