package regulars.customers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import regulars.access.ActorNames;

/** Who handed the customer over, from whom, to whom. */
@Component
class HandOverTimeline implements TimelinePart {
    private final OwnerStore store;
    private final ActorNames names;

    HandOverTimeline(OwnerStore store, ActorNames names) {
        this.store = store;
        this.names = names;
    }

    @Override
    public String kind() {
        return "owner";
    }

    @Override
    public List<TimelineEntry> entries(TimelineQuestion question) {
        var people = store.people(question.customer());
        if (people.isEmpty()) return List.of();
        var called = names.of(people);
        var text = question.text() == null ? null : question.text().toLowerCase(Locale.ROOT);
        var mentioned = text == null
                ? null
                : people.stream()
                        .filter(one -> called.getOrDefault(one, "")
                                .toLowerCase(Locale.ROOT)
                                .contains(text))
                        .collect(Collectors.toSet());
        return store.latest(question, mentioned).stream()
                .map(one -> new TimelineEntry(one.at(), kind(), Long.toString(one.id()), data(one, called)))
                .toList();
    }

    private static Map<String, Object> data(OwnerStore.HandOver one, Map<String, String> called) {
        var data = new LinkedHashMap<String, Object>();
        if (one.from() != null) data.put("from", called.getOrDefault(one.from(), ""));
        if (one.to() != null) data.put("to", called.getOrDefault(one.to(), ""));
        var by = called.get(one.actor());
        if (by != null) data.put("by", by);
        return data;
    }
}
