package regulars.customers;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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

    Slice<TimelineEntry> page(CustomerSubjects customer, @Nullable String kind, @Nullable String after, int size) {
        var from = Position.parse(after);
        var merged = parts.stream()
                .filter(part -> kind == null || part.kind().equals(kind))
                .flatMap(part -> part.entries(customer, from.at(), size + from.shown() + 1).stream())
                .sorted(LATEST_FIRST)
                .skip(from.shown())
                .limit(size + 1L)
                .toList();
        if (merged.size() <= size) return new Slice<>(merged, null);
        var shown = merged.subList(0, size);
        return new Slice<>(shown, from.after(shown).toString());
    }

    /**
     * Where a page begins: instants are not unique, so a place in time needs the number of entries of that very instant
     * which were shown already.
     */
    record Position(Instant at, int shown) {
        private static final Position START = new Position(Instant.parse("9999-12-31T00:00:00Z"), 0);

        static Position parse(@Nullable String text) {
            if (text == null) return START;
            try {
                int split = text.lastIndexOf('~');
                return new Position(
                        Instant.parse(text.substring(0, split)),
                        Math.clamp(Integer.parseInt(text.substring(split + 1)), 0, 10_000));
            } catch (RuntimeException e) {
                throw new Fault(
                                CustomersFault.CURSOR_INVALID,
                                "'after' is not one that this list gave: leave it out to start anew.",
                                e)
                        .at("after", text);
            }
        }

        Position after(List<TimelineEntry> entries) {
            var last = entries.getLast().at();
            int here = (int)
                    entries.stream().filter(entry -> entry.at().equals(last)).count();
            return new Position(last, last.equals(at) ? shown + here : here);
        }

        @Override
        public String toString() {
            return at + "~" + shown;
        }
    }
}
