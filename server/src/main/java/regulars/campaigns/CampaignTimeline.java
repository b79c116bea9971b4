package regulars.campaigns;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import regulars.customers.CustomerSubjects;
import regulars.customers.TimelineEntry;
import regulars.customers.TimelinePart;

/** Messages of campaigns on a customer's card, with the opens and clicks of people; machines' are left out. */
@Component
class CampaignTimeline implements TimelinePart {
    private static final String KIND = "message";

    private final PeopleStore messages;
    private final ResponseStore responses;

    CampaignTimeline(PeopleStore messages, ResponseStore responses) {
        this.messages = messages;
        this.responses = responses;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<TimelineEntry> entries(CustomerSubjects customer, Instant upTo, int limit) {
        var sent = messages.messages(customer.number(), upTo, limit).stream()
                .map(message -> entry(
                        message.at(),
                        "m" + message.number(),
                        message.campaign(),
                        message.name(),
                        message.state(),
                        message.reason()));
        var did = responses.of(customer.number(), upTo, limit).stream()
                .map(one ->
                        entry(one.at(), "r" + one.number(), one.campaign(), one.name(), state(one.kind()), one.url()));
        return Stream.concat(sent, did)
                .sorted(Comparator.comparing(TimelineEntry::at).reversed().thenComparing(TimelineEntry::id))
                .limit(limit)
                .toList();
    }

    private static String state(String response) {
        return response.equals(ResponseKind.OPEN.code()) ? "opened" : "clicked";
    }

    private static TimelineEntry entry(
            Instant at, String id, UUID campaign, String name, String state, @Nullable String detail) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("subject", name);
        data.put("state", state);
        data.put("campaignId", campaign.toString());
        if (detail != null) data.put("detail", detail);
        return new TimelineEntry(at, KIND, id, data);
    }
}
