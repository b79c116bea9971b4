package regulars.channels;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sending as it stands; {@code detail} says why it was stopped. */
public record SendingView(
        UUID id,
        String kind,
        String name,
        String purposeCode,
        Delivery delivery,
        SendingState state,
        @Nullable String detail,
        @Nullable Instant expiresAt,
        Instant createdAt) {}
