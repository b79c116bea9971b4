package regulars.consent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import regulars.customers.TimelineEntry;
import regulars.customers.TimelinePart;
import regulars.customers.TimelineQuestion;

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
    public List<TimelineEntry> entries(TimelineQuestion question) {
        return store.latest(question.customer().subjects(), question.from(), question.text(), question.limit()).stream()
                .map(view -> new TimelineEntry(view.givenAt(), kind(), Long.toString(view.id()), data(view)))
                .toList();
    }

    private static Map<String, Object> data(ConsentView view) {
        var data = new LinkedHashMap<String, Object>();
        data.put("channel", view.channel());
        data.put("purpose", view.purpose());
        data.put("action", view.action());
        data.put("source", view.source());
        if (view.how() != null) data.put("how", view.how());
        if (view.note() != null) data.put("note", view.note());
        return data;
    }
}
