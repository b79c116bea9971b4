package regulars.channels;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the gate asks about consent and suppression. An SPI of two answers, so that the queue can be tried by itself. */
interface Rights {
    /** In bulk, when messages are queued; an answer for every recipient asked about. */
    Map<Integer, Verdict> standing(Collection<NewMessage> recipients, String purposeCode);

    /** Again for a few, right before MAIL FROM; an answer for every message asked about, by its customer. */
    Map<Integer, Verdict> standingNow(Collection<QueuedMessage> messages, String purposeCode);

    /** The reason to send nothing, or null and the evidence that allows it. */
    record Verdict(@Nullable Reason reason, @Nullable Long evidenceId) {
        boolean allowed() {
            return reason == null;
        }
    }
}
