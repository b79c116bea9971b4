package regulars.consent;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import regulars.collect.SubjectKey;
import regulars.kernel.StopJournal;

/**
 * That an address or a person wants nothing more, as the journal beside the database has it.
 *
 * @param base which installation's secret the hashes are of
 * @param kind {@link #ADDRESS} or {@link #CONSENT}
 * @param address keyed hash in hexadecimal digits, of a stopped address
 * @param reason why an address gets nothing
 * @param purpose of a withdrawn consent
 * @param subject fingerprint of who withdrew
 */
record StopLine(
        String base,
        String kind,
        Instant at,
        String channel,
        @Nullable String address,
        @Nullable String reason,
        @Nullable String purpose,
        @Nullable SubjectKey subject)
        implements StopJournal.Entry {
    static final String ADDRESS = "stopped";
    static final String CONSENT = "withdrawn";

    static StopLine address(String base, Instant at, Channel channel, String hash, String reason) {
        return new StopLine(base, ADDRESS, at, channel.code(), hash, reason, null, null);
    }

    static StopLine consent(String base, Instant at, Channel channel, String purpose, SubjectKey subject) {
        return new StopLine(base, CONSENT, at, channel.code(), null, null, purpose, subject);
    }

    Channel way() {
        return Channel.valueOf(channel.toUpperCase(Locale.ROOT));
    }
}
