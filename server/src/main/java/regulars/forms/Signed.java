package regulars.forms;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Bytes with 128 bits of HMAC-SHA-256 behind them, as an address may carry them. */
final class Signed {
    private static final int MAC_BYTES = 16;

    private Signed() {}

    static String of(byte[] secret, byte[] body) {
        byte[] signed = Arrays.copyOf(body, body.length + MAC_BYTES);
        System.arraycopy(mac(secret, body), 0, signed, body.length, MAC_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** The body; empty when it is not of that length, or nobody who knows the secret made it. */
    static Optional<byte[]> read(byte[] secret, String token, int length) {
        if (token.length() > 2 * (length + MAC_BYTES)) return Optional.empty();
        byte[] signed;
        try {
            signed = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (signed.length != length + MAC_BYTES) return Optional.empty();
        byte[] body = Arrays.copyOf(signed, length);
        byte[] given = Arrays.copyOfRange(signed, length, signed.length);
        return MessageDigest.isEqual(mac(secret, body), given) ? Optional.of(body) : Optional.empty();
    }

    private static byte[] mac(byte[] secret, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(body), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }
}
