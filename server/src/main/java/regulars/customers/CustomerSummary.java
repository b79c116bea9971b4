package regulars.customers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer as a row of a list. */
public record CustomerSummary(
        UUID id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        @Nullable String country,
        @Nullable String city,
        Instant createdAt) {}
