package regulars.customers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import regulars.access.ActorNames;
import regulars.customers.MergeStore.Told;

/** With whom the customer was found to be one, why, and whether that was taken back. */
@Component
class MergeTimeline implements TimelinePart {
    private final MergeStore store;
    private final RootStore roots;
    private final ActorNames names;

    MergeTimeline(MergeStore store, RootStore roots, ActorNames names) {
        this.store = store;
        this.roots = roots;
        this.names = names;
    }

    @Override
    public String kind() {
        return "merge";
    }

    @Override
    public List<TimelineEntry> entries(TimelineQuestion question) {
        var told = store.of(roots.family(question.customer().number()), question);
        if (told.isEmpty()) return List.of();
        var called = names.of(told.stream().flatMap(Told::people).collect(Collectors.toSet()));
        return told.stream()
                .map(one -> new TimelineEntry(
                        one.undoneAt() == null ? one.mergedAt() : one.undoneAt(),
                        kind(),
                        one.id().toString(),
                        data(one, called)))
                .toList();
    }

    private static Map<String, Object> data(Told one, Map<String, String> called) {
        var data = new LinkedHashMap<String, Object>();
        data.put("gone", one.gone());
        data.put("undone", one.undoneAt() != null);
        data.put("customerId", one.otherId().toString());
        data.put("name", one.otherName());
        data.put("cause", one.cause());
        if (one.score() != null) data.put("score", one.score());
        if (one.undoneAt() != null) data.put("mergedAt", one.mergedAt().toString());
        var by = called.get(one.undoneBy() == null ? one.actor() : one.undoneBy());
        if (by != null) data.put("by", by);
        return data;
    }
}
