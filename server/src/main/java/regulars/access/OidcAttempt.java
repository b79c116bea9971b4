package regulars.access;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * One attempt to sign in elsewhere; the browser keeps it, sealed, until it comes back.
 *
 * @param verifier of RFC 7636
 */
record OidcAttempt(String state, String nonce, String verifier, Instant until) {
    static OidcAttempt begin(Instant until) {
        return new OidcAttempt(Tokens.fresh(), Tokens.fresh(), Tokens.fresh(), until);
    }

    String challenge() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Tokens.hash(verifier));
    }

    byte[] written() {
        return String.join(" ", state, nonce, verifier, until.toString()).getBytes(StandardCharsets.UTF_8);
    }

    static OidcAttempt read(byte[] written) {
        var parts = new String(written, StandardCharsets.UTF_8).split(" ", -1);
        return new OidcAttempt(parts[0], parts[1], parts[2], Instant.parse(parts[3]));
    }

    @Override
    public String toString() {
        return "OidcAttempt[...]"; // never into a log
    }
}
