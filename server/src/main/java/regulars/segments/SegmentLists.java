package regulars.segments;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;
import regulars.customers.CustomerKeys;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;
import regulars.segments.ListChange.UnknownLine;
import regulars.warehouse.Warehouse;

/**
 * Segments whose people somebody names one by one: a line a person, by our id, an e-mail, a phone or what a source calls
 * them. What is not understood is told, never dropped in silence.
 */
@Service
class SegmentLists {
    static final DataSize LARGEST = DataSize.ofMegabytes(20);
    private static final int MOST_LINES = 500_000;
    private static final int CHUNK = 1_000;
    private static final int MOST_TOLD = 500;
    private static final int LONGEST_TOLD = 200;
    private static final Duration MIRROR_WAIT = Duration.ofSeconds(20);

    private final Segments segments;
    private final ListStore store;
    private final CustomerKeys keys;
    private final SegmentEvaluation evaluation;
    private final Warehouse warehouse;
    private final InstantSource clock;

    SegmentLists(
            Segments segments,
            ListStore store,
            CustomerKeys keys,
            SegmentEvaluation evaluation,
            Warehouse warehouse,
            InstantSource clock) {
        this.segments = segments;
        this.store = store;
        this.keys = keys;
        this.evaluation = evaluation;
        this.warehouse = warehouse;
        this.clock = clock;
    }

    ListChange create(String name, String people, Actor actor) {
        var lines = lines(people);
        var segment = empty(name, actor);
        return change(segment, list(segment), lines, actor, true);
    }

    /** The segment of a new list with nobody on it. */
    UUID empty(String name, Actor actor) {
        return segments.create(name, new Rule.ListRule(Ids.next(now())), actor);
    }

    Instant now() {
        return clock.instant();
    }

    ListChange add(UUID segment, String people, Actor actor) {
        return change(segment, list(segment), lines(people), actor, true);
    }

    ListChange remove(UUID segment, String people, Actor actor) {
        return change(segment, list(segment), lines(people), actor, false);
    }

    /** Refuses a segment that is no list. */
    UUID list(UUID segment) {
        var view = segments.get(segment);
        if (view.rule() instanceof Rule.ListRule(UUID list)) return list;
        throw new Fault(
                        SegmentsFault.SEGMENT_IS_NO_LIST,
                        "'" + view.name() + "' is a rule, not a list: change its rule, or make a list of its own.")
                .at("id", segment)
                .with("name", view.name());
    }

    private static List<String> lines(String people) {
        var lines = people.lines().toList();
        if (lines.size() <= MOST_LINES) return lines;
        throw new Fault(
                        SegmentsFault.LIST_TOO_LONG,
                        "A list takes " + MOST_LINES + " lines at a time, these are " + lines.size() + ": cut it.")
                .at("people", lines.size())
                .with("limit", MOST_LINES);
    }

    private ListChange change(UUID segment, UUID list, List<String> lines, Actor actor, boolean adding) {
        var tally = new Tally();
        var now = clock.instant();
        for (int from = 0; from < lines.size(); from += CHUNK) {
            var chunk = lines.subList(from, Math.min(from + CHUNK, lines.size()));
            apply(list, found(chunk, from, tally), new Work(actor, now, adding), tally);
        }
        warehouse.catchUp(MIRROR_WAIT);
        evaluation.whenPossible(segment, DeltaCause.LIVE);
        return new ListChange(segment, tally.changed, tally.unchanged, tally.unknown, tally.unknownLines);
    }

    /** The people of some lines: of each line the first of its cells that somebody is known by. */
    private Map<Integer, Long> found(List<String> chunk, int from, Tally tally) {
        var cells = chunk.stream().map(SegmentLists::cells).toList();
        var all = new HashSet<String>();
        cells.forEach(all::addAll);
        var known = keys.find(all);
        var people = new HashMap<Integer, Long>();
        for (int i = 0; i < cells.size(); i++) {
            var person = first(cells.get(i), known);
            if (person != null) people.putIfAbsent(person.customer(), person.subject());
            else if (!cells.get(i).isEmpty()) tally.unknown(from + i + 1, chunk.get(i));
        }
        return people;
    }

    private static CustomerKeys.@Nullable Found first(List<String> cells, Map<String, CustomerKeys.Found> known) {
        return cells.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("[,;\\t]"))
                .map(cell -> cell.strip().replaceAll("^\"|\"$", "").strip())
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    private void apply(UUID list, Map<Integer, Long> people, Work work, Tally tally) {
        if (people.isEmpty()) return;
        Set<Integer> on = store.on(list, people.keySet());
        var moving = people.keySet().stream()
                .filter(person -> on.contains(person) != work.adding && tally.seen.add(person))
                .toList();
        tally.changed += moving.size();
        tally.unchanged += people.size() - moving.size();
        if (moving.isEmpty()) return;
        if (!work.adding) store.remove(list, moving);
        else {
            var subjects =
                    moving.stream().map(people::get).filter(Objects::nonNull).toList();
            store.add(list, subjects, work.actor.toString(), work.at);
        }
    }

    private record Work(Actor actor, Instant at, boolean adding) {}

    /** What has come of the lines so far. */
    private static final class Tally {
        private final List<UnknownLine> unknown = new ArrayList<>();
        private final Set<Integer> seen = new HashSet<>();
        private int changed;
        private int unchanged;
        private int unknownLines;

        private void unknown(int line, String text) {
            unknownLines++;
            var shown = text.length() <= LONGEST_TOLD ? text : text.substring(0, LONGEST_TOLD) + "…";
            if (unknown.size() < MOST_TOLD) unknown.add(new UnknownLine(line, shown));
        }
    }
}
