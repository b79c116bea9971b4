package regulars.campaigns;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import regulars.customers.CustomerSubjects;
import regulars.customers.TimelineEntry;
import regulars.customers.TimelinePart;

/** Opens, clicks and unsubscriptions on a customer's card; machines' are left out. */
@Component
class CampaignTimeline implements TimelinePart {
    private final ResponseStore store;

    CampaignTimeline(ResponseStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "response";
    }

    @Override
    public List<TimelineEntry> entries(CustomerSubjects customer, Instant upTo, int limit) {
        return store.of(customer.number(), upTo, limit).stream()
                .map(CampaignTimeline::entry)
                .toList();
    }

    private static TimelineEntry entry(ResponseStore.Did did) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("did", did.kind());
        data.put("campaignId", did.campaign().toString());
        data.put("campaign", did.name());
        if (did.url() != null) data.put("url", did.url());
        return new TimelineEntry(did.at(), "response", String.valueOf(did.number()), data);
    }
}
