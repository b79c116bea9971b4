package regulars.sources;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Fault;

/**
 * Which of the stored events; each part that is null leaves all of them in.
 *
 * @param source as events stand under
 * @param from the first day on which they happened, in the organisation's zone
 * @param to the last one
 * @param customer whose they are
 * @param upTo the number of the last one that was looked at; what came in later is left alone
 */
record StoredEventsQuestion(
        @Nullable String type,
        @Nullable String source,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable UUID customer,
        @Nullable Long upTo) {
    /** Nobody does something to all events by forgetting to say which. */
    StoredEventsQuestion requireBounds() {
        if (upTo == null || type == null && source == null && from == null && to == null && customer == null) {
            throw new Fault(
                    SourcesFault.STORED_EVENTS_UNBOUNDED,
                    "It is not said which events are meant: name a type, a source, a time or a person, and look first");
        }
        return this;
    }
}
