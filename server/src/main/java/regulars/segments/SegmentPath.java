package regulars.segments;

import static regulars.segments.SegmentsFault.RULE_SEGMENT_CYCLE;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import regulars.kernel.Fault;

/** The segments that a check is inside of, the outermost first. */
final class SegmentPath {
    private final Deque<Step> steps = new ArrayDeque<>();

    boolean inside() {
        return !steps.isEmpty();
    }

    /** @throws Fault when it is inside of that one already; it names the way round */
    void enter(UUID id, String name, String path) {
        if (steps.stream().anyMatch(step -> step.id().equals(id))) {
            var round = Stream.concat(
                            steps.stream().map(Step::name).dropWhile(one -> !one.equals(name)), Stream.of(name))
                    .collect(Collectors.joining(" → "));
            throw new Fault(RULE_SEGMENT_CYCLE, "The segments ask about each other: " + round + ". Leave one out.")
                    .at(path, id)
                    .with("round", round);
        }
        steps.addLast(new Step(id, name));
    }

    void leave() {
        steps.removeLast();
    }

    private record Step(UUID id, String name) {}
}
