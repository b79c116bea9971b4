package regulars.segments;

import java.util.List;
import java.util.UUID;

/** A room that builds on segments says where it uses one, as a bean; a segment in use is not deleted. */
public interface SegmentUse {
    List<UsedBy> of(UUID segmentId);

    /**
     * One use.
     *
     * @param kind of what uses it, such as {@code campaign}
     * @param id of that
     * @param name of that
     */
    record UsedBy(String kind, UUID id, String name) {}
}
