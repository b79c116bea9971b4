package regulars.campaigns;

import static schema.campaigns.Tables.RESPONSE;
import static schema.channels.Tables.MESSAGE;
import static schema.channels.Tables.SENDING;
import static schema.customers.Tables.SUBJECT_LINK;

import java.util.List;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import regulars.segments.EventKind;
import regulars.segments.EventKind.EventProperty;

/**
 * Messages and what people did with them, as events that rules ask about. A message belongs to whoever its subject is
 * now, so that a merge takes them along; openings and clicks of machines are none.
 */
@Configuration(proxyBeanMethods = false)
class MessageEvents {
    private final CampaignNameStore campaigns;

    MessageEvents(CampaignNameStore campaigns) {
        this.campaigns = campaigns;
    }

    @Bean
    EventKind sentMessages() {
        return new EventKind(
                "message.sent",
                MESSAGE.join(SENDING)
                        .on(SENDING.ID.eq(MESSAGE.SENDING_ID))
                        .join(SUBJECT_LINK)
                        .on(SUBJECT_LINK.SUBJECT_NUMBER.eq(MESSAGE.SUBJECT_NUMBER)),
                SUBJECT_LINK.CUSTOMER_NUMBER,
                MESSAGE.HANDED_OVER_AT,
                MESSAGE.STATE.eq("accepted"),
                List.of(campaign(MESSAGE.SENDING_ID.cast(SQLDataType.CLOB)), channel(), purpose()));
    }

    @Bean
    EventKind openedMessages() {
        return response("message.opened", "open", List.of(campaign(campaignOfResponse()), channel(), purpose()));
    }

    @Bean
    EventKind clickedMessages() {
        return response(
                "message.clicked",
                "click",
                List.of(
                        campaign(campaignOfResponse()),
                        new EventProperty("url", RESPONSE.URL, List::of),
                        channel(),
                        purpose()));
    }

    private static EventKind response(String type, String kind, List<EventProperty> properties) {
        return new EventKind(
                type,
                RESPONSE.join(MESSAGE)
                        .on(MESSAGE.ID.eq(RESPONSE.MESSAGE_ID))
                        .join(SENDING)
                        .on(SENDING.ID.eq(MESSAGE.SENDING_ID))
                        .join(SUBJECT_LINK)
                        .on(SUBJECT_LINK.SUBJECT_NUMBER.eq(MESSAGE.SUBJECT_NUMBER)),
                SUBJECT_LINK.CUSTOMER_NUMBER,
                RESPONSE.FIRST_HUMAN_AT,
                RESPONSE.KIND.eq(kind).and(RESPONSE.HUMAN_HITS.gt(0)),
                properties);
    }

    private static Field<String> campaignOfResponse() {
        return RESPONSE.CAMPAIGN_ID.cast(SQLDataType.CLOB);
    }

    private EventProperty campaign(Field<String> id) {
        return new EventProperty("campaign", id, campaigns::launched);
    }

    /** What it was sent for, by the code of the purpose. */
    private static EventProperty purpose() {
        return new EventProperty("purpose", SENDING.PURPOSE_CODE, List::of);
    }

    private static EventProperty channel() {
        return new EventProperty("channel", MESSAGE.CHANNEL, List::of);
    }
}
