package regulars.sources;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What senders of events may say, for the description of the wires: what is read is whatever comes. */
final class WireShapes {
    private WireShapes() {}

    /**
     * An event as Segment's libraries say it; all else is kept as it came.
     *
     * @param type in a batch: {@code track}, {@code identify}, {@code page}, {@code screen}, {@code group} or {@code alias}
     * @param messageId by which it is stored once, for ever
     * @param event what was done; needed by {@code track}
     * @param userId or {@code anonymousId} is needed
     * @param timestamp when it happened by the sender's clock
     * @param sentAt when it was sent by the same clock, which is set right by it
     * @param traits of {@code identify} and {@code group}
     * @param writeKey where no header has it
     */
    record WireEvent(
            @Nullable String type,
            @Nullable String messageId,
            @Nullable String event,
            @Nullable String userId,
            @Nullable String anonymousId,
            @Nullable String timestamp,
            @Nullable String sentAt,
            @Nullable Map<String, Object> properties,
            @Nullable Map<String, Object> traits,
            @Nullable Map<String, Object> context,
            @Nullable String writeKey) {}

    /** Events of one sender, each taken or refused for itself. */
    record WireBatch(
            List<WireEvent> batch,
            @Nullable String sentAt,
            @Nullable String writeKey) {}

    /** An event as PostHog's libraries say it. */
    record PosthogEvent(
            String event,
            @Nullable String uuid,
            String distinct_id,
            @Nullable String timestamp,
            @Nullable Map<String, Object> properties) {}

    record PosthogBatch(
            List<PosthogEvent> batch,
            @Nullable String sent_at,
            @Nullable String api_key) {}
}
