package regulars.customers;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Edits by hand, each with what was said. */
@Component
class EditTimeline implements TimelinePart {
    private final EditStore store;

    EditTimeline(EditStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "edit";
    }

    @Override
    public List<TimelineEntry> entries(TimelineQuestion question) {
        return store.latest(question).stream()
                .map(edit -> new TimelineEntry(edit.at(), kind(), edit.id(), Map.of("said", edit.said())))
                .toList();
    }
}
