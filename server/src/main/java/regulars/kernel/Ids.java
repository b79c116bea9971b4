package regulars.kernel;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Public ids: UUID version 7 (RFC 9562), so that ids of later things sort later. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next(Instant now) {
        long high = (now.toEpochMilli() << 16) | 0x7000 | RANDOM.nextInt(1 << 12);
        long low = (RANDOM.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
