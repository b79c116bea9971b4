package regulars.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.customers.CustomerSubjects;
import regulars.customers.TimelineEntry;
import regulars.customers.TimelinePoint;
import regulars.customers.TimelineQuestion;
import regulars.kernel.Actor;

class ConsentTimelineTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int PAGE = 50;

    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private final Consents consents = ConsentFixture.consents(POSTGRES.dsl(), new SettableClock(NOON), event -> {});
    private final ConsentTimeline timeline = new ConsentTimeline(new ConsentHistoryStore(POSTGRES.dsl()));

    @Test
    void pagesThroughFiveHundredOfOneInstantInTheOrderOfTheirIdsAsText() {
        consents.recordAll(evidence(1, 500, "import"));

        var read = pages(1, null);

        assertThat(read).hasSize(500);
        assertThat(new HashSet<>(read)).hasSize(500);
        assertThat(read).isSortedAccordingTo(Comparator.comparing(TimelineEntry::id));
    }

    @Test
    void findsThoseThatMentionAText() {
        consents.recordAll(evidence(2, 3, "import"));
        consents.recordAll(evidence(2, 1, "Autumn fair"));

        assertThat(pages(2, "autumn")).hasSize(1);
        assertThat(pages(2, "nothing of it")).isEmpty();
    }

    private List<TimelineEntry> pages(long subject, @Nullable String text) {
        var customer = new CustomerSubjects(1, List.of(subject));
        var read = new ArrayList<TimelineEntry>();
        var from = TimelinePoint.START;
        while (true) {
            var page = timeline.entries(new TimelineQuestion(customer, from, text, PAGE));
            read.addAll(page);
            if (page.size() < PAGE) return read;
            from = new TimelinePoint(page.getLast().at(), page.getLast().id());
        }
    }

    private static List<NewEvidence> evidence(long subject, int count, String source) {
        var proof = new NewEvidence.Proof(source, "form", Actor.SYSTEM, NOON);
        return IntStream.range(0, count)
                .mapToObj(number -> NewEvidence.granted(subject, Channel.EMAIL, "marketing", proof))
                .toList();
    }
}
