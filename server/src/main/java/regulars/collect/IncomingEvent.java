package regulars.collect;

import tools.jackson.databind.node.ObjectNode;

/**
 * What an event says, whatever the wire it came over.
 *
 * @param messageId the sender's own id of it; empty when there is none, and it cannot be told from others like it
 * @param call what kind of sentence it is, such as {@code track} or {@code identify}
 * @param type the verb: the name of what was done, or the call
 * @param userId the sender's own id of the person; empty when there is none
 * @param anonymousId of a visitor whom nobody knows yet; empty when there is none
 * @param previousId what the same person was called before; empty when it does not say
 * @param timestamp when it happened by the sender's clock, as written; empty when it does not say
 * @param sentAt when it was sent by the same clock; empty when it does not say
 * @param properties what it says of itself
 * @param rest all else, as it came
 */
public record IncomingEvent(
        String messageId,
        String call,
        String type,
        String userId,
        String anonymousId,
        String previousId,
        String timestamp,
        String sentAt,
        ObjectNode properties,
        ObjectNode rest) {
    /** What a person is told to be: only such an event changes what is known of them. */
    public static final String IDENTIFY = "identify";

    /** That two ids are one person's. */
    public static final String ALIAS = "alias";
}
