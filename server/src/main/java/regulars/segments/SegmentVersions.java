package regulars.segments;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import regulars.access.ActorNames;

/** The rules that segments had. An old one is brought back by an edit like any other. */
@Component
class SegmentVersions {
    private static final int LATEST = 100;

    private final SegmentStore store;
    private final ActorNames names;

    SegmentVersions(SegmentStore store, ActorNames names) {
        this.store = store;
        this.names = names;
    }

    /** The newest first. */
    List<SegmentVersion> of(UUID segment) {
        var kept = store.versions(segment, LATEST);
        var called = names.of(kept.stream().map(SegmentStore.KeptRule::actor).collect(toSet()));
        return kept.stream()
                .map(rule -> new SegmentVersion(rule.version(), rule.rule(), called.get(rule.actor()), rule.at()))
                .toList();
    }
}
