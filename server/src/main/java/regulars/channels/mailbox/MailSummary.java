package regulars.channels.mailbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail as a line of the list. {@code envelopeTo} really got it, {@code recipient} is what its To header says. */
record MailSummary(
        UUID id,
        Instant receivedAt,
        String envelopeTo,
        @Nullable String messageId,
        String subject,
        String sender,
        String recipient,
        int size) {}
