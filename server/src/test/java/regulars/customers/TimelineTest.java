package regulars.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import regulars.kernel.Fault;

class TimelineTest {
    private static final CustomerSubjects CUSTOMER = new CustomerSubjects(1, List.of(1L));
    private static final Instant DAY = Instant.parse("2026-03-01T10:00:00Z");

    private final Timeline timeline =
            new Timeline(List.of(part("order", 40, 3), part("consent", 25, 10), part("message", 7, 1)));

    @Test
    void pagesGiveEachEntryOnceInOneOrder() {
        var all = timeline.page(CUSTOMER, null, null, 200).items();

        var paged = new ArrayList<TimelineEntry>();
        String after = null;
        do {
            var page = timeline.page(CUSTOMER, null, after, 4);
            paged.addAll(page.items());
            after = page.next();
        } while (after != null);

        assertThat(all).hasSize(72);
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void showsOneKindAlone() {
        assertThat(timeline.page(CUSTOMER, "message", null, 50).items())
                .hasSize(7)
                .allMatch(entry -> entry.kind().equals("message"));
    }

    @Test
    void refusesACursorThatItNeverGave() {
        assertThatThrownBy(() -> timeline.page(CUSTOMER, null, "tomorrow", 10))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(CustomersFault.CURSOR_INVALID));
    }

    /** Entries of which each {@code together} share an instant. */
    private static TimelinePart part(String kind, int count, int together) {
        var entries = IntStream.range(0, count)
                .mapToObj(index -> new TimelineEntry(
                        DAY.plusSeconds(60L * (index / together)), kind, "%03d".formatted(index), Map.of()))
                .sorted(Comparator.comparing(TimelineEntry::at).reversed().thenComparing(TimelineEntry::id))
                .toList();
        return new TimelinePart() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public List<TimelineEntry> entries(CustomerSubjects customer, Instant upTo, int limit) {
                return entries.stream()
                        .filter(entry -> !entry.at().isAfter(upTo))
                        .limit(limit)
                        .toList();
            }
        };
    }
}
