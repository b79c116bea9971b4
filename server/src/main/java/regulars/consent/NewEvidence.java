package regulars.consent;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Actor;

/**
 * That somebody agreed or withdrew, and how we know. The {@code with...} methods add to the proof.
 *
 * @param address the address it was given for, when one was named
 * @param textVersionId the exact words, see {@link Consents#textVersion}
 * @param source where it happened: an import's source, a page, a campaign
 * @param method how: {@code import}, {@code manual}, {@code form}, {@code one-click} and the like
 * @param details plain JSON values
 */
public record NewEvidence(
        long subjectNumber,
        Channel channel,
        String purposeCode,
        boolean granted,
        @Nullable String address,
        @Nullable Integer textVersionId,
        String source,
        String method,
        Actor actor,
        Instant givenAt,
        @Nullable String ip,
        @Nullable String userAgent,
        Map<String, Object> details) {
    /** Evidence that came in a file; it can never lift a withdrawal. */
    public static final String IMPORT = "import";

    public NewEvidence {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    public static NewEvidence granted(long subject, Channel channel, String purpose, Proof proof) {
        return of(subject, channel, purpose, true, proof);
    }

    public static NewEvidence withdrawn(long subject, Channel channel, String purpose, Proof proof) {
        return of(subject, channel, purpose, false, proof);
    }

    private static NewEvidence of(long subject, Channel channel, String purpose, boolean granted, Proof proof) {
        return new NewEvidence(
                subject,
                channel,
                purpose,
                granted,
                null,
                null,
                proof.source(),
                proof.method(),
                proof.actor(),
                proof.givenAt(),
                null,
                null,
                Map.of());
    }

    /** What every evidence needs: where, how, by whom, when. */
    public record Proof(String source, String method, Actor actor, Instant givenAt) {}

    public NewEvidence withAddress(@Nullable String given) {
        return new NewEvidence(
                subjectNumber,
                channel,
                purposeCode,
                granted,
                given,
                textVersionId,
                source,
                method,
                actor,
                givenAt,
                ip,
                userAgent,
                details);
    }

    public NewEvidence withText(@Nullable Integer textVersion) {
        return new NewEvidence(
                subjectNumber,
                channel,
                purposeCode,
                granted,
                address,
                textVersion,
                source,
                method,
                actor,
                givenAt,
                ip,
                userAgent,
                details);
    }

    /** From which machine it came. */
    public NewEvidence withRequest(@Nullable String fromIp, @Nullable String fromUserAgent) {
        return new NewEvidence(
                subjectNumber,
                channel,
                purposeCode,
                granted,
                address,
                textVersionId,
                source,
                method,
                actor,
                givenAt,
                fromIp,
                fromUserAgent,
                details);
    }

    public NewEvidence withDetails(Map<String, Object> more) {
        return new NewEvidence(
                subjectNumber,
                channel,
                purposeCode,
                granted,
                address,
                textVersionId,
                source,
                method,
                actor,
                givenAt,
                ip,
                userAgent,
                more);
    }

    boolean imported() {
        return method.equals(IMPORT);
    }
}
