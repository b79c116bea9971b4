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
import regulars.customers.TimelineEntry;
import regulars.customers.TimelinePart;
import regulars.customers.TimelineQuestion;

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
    public List<TimelineEntry> entries(TimelineQuestion question) {
        var sent = messages.messages(question).stream()
                .map(one -> entry(
                        one.at(), one.id(), mail(one.campaign(), one.name(), one.state()), "reason", one.reason()));
        var did = responses.of(question).stream()
                .map(one -> entry(
                        one.at(), one.id(), mail(one.campaign(), one.name(), state(one.kind())), "url", one.url()));
        return Stream.concat(sent, did)
                .sorted(Comparator.comparing(TimelineEntry::at).reversed().thenComparing(TimelineEntry::id))
                .limit(question.limit())
                .toList();
    }

    private static String state(String response) {
        return response.equals(ResponseKind.OPEN.code()) ? "opened" : "clicked";
    }

    private static Map<String, Object> mail(UUID campaign, String name, String state) {
        return Map.of("subject", name, "state", state, "campaignId", campaign.toString());
    }

    private static TimelineEntry entry(
            Instant at, String id, Map<String, Object> mail, String detail, @Nullable String value) {
        Map<String, Object> data = new LinkedHashMap<>(mail);
        if (value != null) data.put(detail, value);
        return new TimelineEntry(at, KIND, id, data);
    }
}
