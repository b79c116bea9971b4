package regulars.demo;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One customer of the demo shop.
 *
 * @param id the shop's own customer id
 * @param email null where the shop never asked
 * @param emailConsent yes, no, or null where nobody asked
 * @param spendRate their own rate of the gamma-gamma spending process
 */
record Buyer(
        String id,
        NameBook.Identity identity,
        @Nullable String email,
        @Nullable String phone,
        @Nullable LocalDate birthDate,
        Instant joined,
        @Nullable Boolean emailConsent,
        double spendRate) {}
