package regulars.customers;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Edits by hand, each with what was said. */
@Component
class EditTimeline implements TimelinePart {
    private final EditStore store;
    private final FieldRights rights;

    EditTimeline(EditStore store, FieldRights rights) {
        this.store = store;
        this.rights = rights;
    }

    @Override
    public String kind() {
        return "edit";
    }

    @Override
    public List<TimelineEntry> entries(TimelineQuestion question) {
        var sight = rights.sight();
        var edits = store.latest(question, sight);
        var own = edits.stream().flatMap(edit -> edit.ownKeys().stream()).collect(Collectors.toSet());
        rights.read(sight, Integer.toString(question.customer().number()), own);
        return edits.stream()
                .map(edit -> new TimelineEntry(edit.at(), kind(), edit.id(), Map.of("said", edit.said())))
                .toList();
    }
}
