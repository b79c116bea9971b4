package regulars.commerce;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import regulars.customers.TimelineEntry;
import regulars.customers.TimelinePart;
import regulars.customers.TimelineQuestion;

@Component
class OrderTimeline implements TimelinePart {
    private final OrderReadStore store;

    OrderTimeline(OrderReadStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "order";
    }

    @Override
    public List<TimelineEntry> entries(TimelineQuestion question) {
        return store.latest(question).stream()
                .map(order -> new TimelineEntry(
                        order.placedAt(),
                        kind(),
                        order.id().toString(),
                        Map.of(
                                "externalId", order.externalId(),
                                "status", order.status(),
                                "total", order.total(),
                                "lines", order.lines().size(),
                                "dateOnly", order.dateOnly())))
                .toList();
    }
}
