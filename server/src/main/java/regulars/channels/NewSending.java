package regulars.channels;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One hand-over of many messages to come.
 *
 * @param id chosen by the caller: opening the same id again changes nothing
 * @param kind the {@link MessageSource#kind()} that composes its messages
 * @param name for people: shown in lists and logs
 * @param purposeCode the consent every message needs
 * @param expiresAt after this business instant nothing of it starts; null for no limit but the five days of SMTP
 */
public record NewSending(
        UUID id,
        String kind,
        String name,
        String purposeCode,
        Delivery delivery,
        @Nullable Instant expiresAt) {}
