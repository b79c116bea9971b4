package regulars.customers;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import regulars.access.Audit;

/** Edits by hand, each with who said what, what it was before, and whether that is still the last word. */
@Component
class EditTimeline implements TimelinePart {
    private final EditStore store;
    private final FieldRights rights;
    private final Audit audit;

    EditTimeline(EditStore store, FieldRights rights, Audit audit) {
        this.store = store;
        this.rights = rights;
        this.audit = audit;
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
        if (edits.isEmpty()) return List.of();
        var records = store.records(question.customer().subjects(), sight);
        var actors =
                edits.stream().flatMap(edit -> Stream.ofNullable(edit.actor())).collect(Collectors.toSet());
        var names = audit.names(actors);
        return edits.stream()
                .map(edit -> new TimelineEntry(edit.at(), kind(), edit.id(), data(edit, records, names)))
                .toList();
    }

    private static Map<String, Object> data(
            EditStore.Edit edit, List<EditStore.Words> records, Map<String, String> names) {
        var data = new LinkedHashMap<String, Object>();
        data.put("said", edit.said());
        var by = edit.actor() == null ? null : names.get(edit.actor());
        if (by != null) data.put("by", by);
        long id = Long.parseLong(edit.id());
        var words = EditStore.Words.flat(edit.said()).keySet();
        data.put("was", before(id, words, records));
        data.put("last", records.stream().filter(one -> one.id() > id).noneMatch(one -> one.says(words)));
        return data;
    }

    /** What was said last before of each of the fields; without those that nobody had spoken of. */
    private static Map<String, Object> before(long id, Set<String> fields, List<EditStore.Words> records) {
        var was = new LinkedHashMap<String, Object>();
        var left = new HashSet<>(fields);
        for (var record : records) {
            if (record.id() >= id) continue;
            record.said().forEach((field, value) -> {
                if (left.remove(field) && value != null) was.put(field, value);
            });
        }
        return was;
    }
}
