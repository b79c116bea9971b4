package regulars.access;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import regulars.kernel.Fault;

/** What a device is asked to sign: kept by the browser, sealed, until it answers. */
@Component
class PasskeyChallenges {
    static final String COOKIE = "regulars_passkey";

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Secrets secrets;
    private final ServerAddress address;
    private final InstantSource clock;

    PasskeyChallenges(Secrets secrets, ServerAddress address, InstantSource clock) {
        this.secrets = secrets;
        this.address = address;
        this.clock = clock;
    }

    /** @param purpose an answer counts for this alone */
    String begin(String purpose, String path, HttpServletResponse response) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var kept = challenge + "\n" + clock.instant().plus(Passkeys.PATIENCE) + "\n" + purpose;
        var sealed = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(box().seal(kept.getBytes(StandardCharsets.UTF_8)));
        var cookie = ResponseCookie.from(COOKIE, sealed)
                .path(path)
                .httpOnly(true)
                .secure(address.secure())
                .sameSite("Strict")
                .maxAge(Passkeys.PATIENCE)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return challenge;
    }

    byte[] read(String purpose, @Nullable String kept) {
        if (kept == null) throw stale();
        try {
            var said =
                    new String(box().open(Base64.getUrlDecoder().decode(kept)), StandardCharsets.UTF_8).split("\n", 3);
            if (!said[2].equals(purpose) || !Instant.parse(said[1]).isAfter(clock.instant())) throw stale();
            return Base64.getUrlDecoder().decode(said[0]);
        } catch (IllegalArgumentException | IllegalStateException | BufferUnderflowException e) {
            throw stale(); // not one of ours
        }
    }

    private SecretBox box() {
        return new SecretBox(secrets.key("passkey"));
    }

    private static Fault stale() {
        return new Fault(AccessFault.PASSKEY_STALE, "This attempt is over: begin again");
    }
}
