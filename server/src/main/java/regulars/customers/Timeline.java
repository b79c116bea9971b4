package regulars.customers;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import regulars.kernel.Fault;
import regulars.kernel.Slice;

/** Merges what the rooms know about a customer into one list by time. */
@Component
class Timeline {
    private static final Comparator<TimelineEntry> LATEST_FIRST = Comparator.comparing(TimelineEntry::at)
            .reversed()
            .thenComparing(TimelineEntry::kind)
            .thenComparing(TimelineEntry::id);

    private final List<TimelinePart> parts;

    Timeline(List<TimelinePart> parts) {
        this.parts = parts;
    }

    /**
     * What is looked at.
     *
     * @param kind one kind alone; null for all
     * @param text entries that mention it; null for all
     */
    record Filter(@Nullable String kind, @Nullable String text) {
        static final Filter NONE = new Filter(null, null);
    }

    Slice<TimelineEntry> page(CustomerSubjects customer, Filter filter, @Nullable String after, int size) {
        if (filter.kind != null) requireKnown(filter.kind);
        var from = Cursor.parse(after);
        var merged = parts.stream()
                .filter(part -> filter.kind == null || part.kind().equals(filter.kind))
                .map(part -> new Ask(part, new TimelineQuestion(customer, from.of(part.kind()), filter.text, size + 1)))
                .flatMap(ask -> ask.part.entries(ask.question).stream())
                .sorted(LATEST_FIRST)
                .limit(size + 1L)
                .toList();
        return Slice.of(merged, size, entry -> Cursor.of(entry).toString(), Function.identity());
    }

    private void requireKnown(String kind) {
        var kinds = parts.stream().map(TimelinePart::kind).distinct().sorted().toList();
        if (kinds.contains(kind)) return;
        throw new Fault(
                        CustomersFault.TIMELINE_KIND_UNKNOWN,
                        "'" + kind + "' is no kind of entries: choose from " + String.join(", ", kinds) + ".")
                .at("kind", kind)
                .with("known", String.join(", ", kinds));
    }

    private record Ask(TimelinePart part, TimelineQuestion question) {}

    /** The last entry shown: the next page begins right after it. */
    record Cursor(Instant at, String kind, String id) {
        private static final Cursor START = new Cursor(TimelinePoint.START.at(), "", "");

        static Cursor of(TimelineEntry entry) {
            return new Cursor(entry.at(), entry.kind(), entry.id());
        }

        static Cursor parse(@Nullable String text) {
            if (text == null) return START;
            try {
                var parts = text.split("~", 3);
                return new Cursor(Instant.parse(parts[0]), parts[1], parts[2]);
            } catch (RuntimeException e) {
                throw new Fault(
                                CustomersFault.CURSOR_INVALID,
                                "'after' is not one that this list gave: leave it out to start anew.",
                                e)
                        .at("after", text);
            }
        }

        /** Of the cursor's own instant the kinds before its kind were all shown, and those after it not at all. */
        TimelinePoint of(String part) {
            int order = part.compareTo(kind);
            if (order < 0) return new TimelinePoint(at, null);
            return new TimelinePoint(at, order == 0 ? id : "");
        }

        @Override
        public String toString() {
            return at + "~" + kind + "~" + id;
        }
    }
}
