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
        var all = timeline.page(CUSTOMER, Timeline.Filter.NONE, null, 200).items();

        var paged = pages(timeline, 4);

        assertThat(all).hasSize(72);
        assertThat(paged).isEqualTo(all);
    }

    private static List<TimelineEntry> pages(Timeline timeline, int size) {
        var paged = new ArrayList<TimelineEntry>();
        String after = null;
        do {
            var page = timeline.page(CUSTOMER, Timeline.Filter.NONE, after, size);
            paged.addAll(page.items());
            after = page.next();
        } while (after != null);
        return paged;
    }

    @Test
    void pagesThroughMoreEqualInstantsThanAPageHolds() {
        var crowded = new Timeline(List.of(part("order", 500, 500), part("consent", 500, 500), part("message", 9, 1)));

        var all = crowded.page(CUSTOMER, Timeline.Filter.NONE, null, 2000).items();
        var paged = pages(crowded, 50);

        assertThat(all).hasSize(1009);
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void showsOneKindAlone() {
        assertThat(timeline.page(CUSTOMER, new Timeline.Filter("message", null), null, 50)
                        .items())
                .hasSize(7)
                .allMatch(entry -> entry.kind().equals("message"));
    }

    @Test
    void refusesACursorThatItNeverGave() {
        assertThatThrownBy(() -> timeline.page(CUSTOMER, Timeline.Filter.NONE, "tomorrow", 10))
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
            public List<TimelineEntry> entries(TimelineQuestion question) {
                return entries.stream()
                        .filter(question.from()::reached)
                        .limit(question.limit())
                        .toList();
            }
        };
    }
}
