package regulars.consent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import regulars.customers.CustomerSubjects;
import regulars.customers.TimelineEntry;
import regulars.customers.TimelinePart;

@Component
class ConsentTimeline implements TimelinePart {
    private final ConsentHistoryStore store;

    ConsentTimeline(ConsentHistoryStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "consent";
    }

    @Override
    public List<TimelineEntry> entries(CustomerSubjects customer, Instant upTo, int limit) {
        return store.latest(customer.subjects(), upTo, limit).stream()
                .map(view -> new TimelineEntry(
                        view.givenAt(),
                        kind(),
                        Long.toString(view.id()),
                        Map.of(
                                "channel", view.channel(),
                                "purpose", view.purpose(),
                                "action", view.action(),
                                "source", view.source())))
                .toList();
    }
}
