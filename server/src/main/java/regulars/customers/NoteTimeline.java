package regulars.customers;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class NoteTimeline implements TimelinePart {
    private final NoteStore store;

    NoteTimeline(NoteStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "note";
    }

    @Override
    public List<TimelineEntry> entries(TimelineQuestion question) {
        return store.latest(question).stream()
                .map(note -> new TimelineEntry(note.at(), kind(), note.id().toString(), Map.of("body", note.body())))
                .toList();
    }
}
