package regulars.consent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import regulars.customers.FieldRights;
import regulars.customers.TimelineEntry;
import regulars.customers.TimelinePart;
import regulars.customers.TimelineQuestion;

/** When addresses of a customer were stopped, told among their consents. */
@Component
class StopTimeline implements TimelinePart {
    private final StopStore store;
    private final FieldRights rights;

    StopTimeline(StopStore store, FieldRights rights) {
        this.store = store;
        this.rights = rights;
    }

    @Override
    public String kind() {
        return "consent";
    }

    /** A person has a few, so they are all read. */
    @Override
    public List<TimelineEntry> entries(TimelineQuestion question) {
        var sight = rights.sight();
        return store.of(question.customer().subjects()).stream()
                .map(stop -> sight.sees(ConsentsController.field(stop.channel())) ? stop : stop.withoutAddress())
                .filter(stop -> question.text() == null || mentions(stop, question.text()))
                .collect(Collectors.toMap(StopView::id, this::entry, (one, same) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .filter(question.from()::reached)
                .limit(question.limit())
                .toList();
    }

    private TimelineEntry entry(StopView stop) {
        var data = new LinkedHashMap<String, Object>();
        data.put("action", "stopped");
        data.put("channel", stop.channel());
        data.put("why", stop.reason());
        if (stop.address() != null) data.put("address", stop.address());
        if (stop.said() != null) data.put("said", stop.said());
        return new TimelineEntry(stop.since(), kind(), "stop-" + stop.id(), Map.copyOf(data));
    }

    private static boolean mentions(StopView stop, String text) {
        var wanted = text.toLowerCase(Locale.ROOT);
        return holds(stop.channel(), wanted)
                || holds(stop.reason(), wanted)
                || holds(stop.address(), wanted)
                || holds(stop.said(), wanted);
    }

    private static boolean holds(@Nullable String word, String wanted) {
        return word != null && word.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
