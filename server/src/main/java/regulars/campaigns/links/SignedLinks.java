package regulars.campaigns.links;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and reads the links of a message. A token is its purpose, the message's id, for a click the link's number and its
 * target, and 128 bits of HMAC-SHA-256 over all of that: so a click leads where the mail led and nowhere else, and a link for
 * one purpose is worthless for another. Safe for use by several threads.
 */
public final class SignedLinks {
    private static final int MAC_BYTES = 16;
    private static final int HEAD_BYTES = 17;
    private static final int LONGEST_TARGET = 2_000;

    /** Never used itself: a copy with the key in it costs a fraction of a new one. */
    private final Mac keyed;

    private final String base;

    public SignedLinks(byte[] key, URI publicUrl) {
        this.keyed = keyed(key);
        String address = publicUrl.toString();
        this.base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /** A clicked link: which message, which of its links, and where it leads. */
    public record Click(UUID message, int link, String target) {}

    public String unsubscribe(UUID message) {
        return base + "/u/" + token('u', message, new byte[0]);
    }

    public String open(UUID message) {
        return base + "/o/" + token('o', message, new byte[0]);
    }

    public String view(UUID message) {
        return base + "/v/" + token('v', message, new byte[0]);
    }

    /** The target itself when it is of ours, or too long or odd to be carried. */
    public String click(UUID message, int link, String target) {
        if (target.length() > LONGEST_TARGET || target.startsWith(base + "/u/") || target.startsWith(base + "/v/"))
            return target;
        if (!isWeb(target)) return target;
        byte[] url = target.getBytes(StandardCharsets.UTF_8);
        byte[] rest = ByteBuffer.allocate(2 + url.length)
                .putShort((short) link)
                .put(url)
                .array();
        return base + "/c/" + token('c', message, rest);
    }

    private static boolean isWeb(String target) {
        String scheme = target.substring(0, Math.min(target.length(), 8)).toLowerCase(Locale.ROOT);
        int start = scheme.equals("https://") ? 8 : 7;
        if (start == 7 && !scheme.startsWith("http://")) return false;
        for (int i = start; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c <= ' ' || c == 0x7f || c == '"' || c == '<' || c == '>' || c == '\\') return false;
        }
        return target.length() > start;
    }

    public Optional<UUID> unsubscribed(String token) {
        return body('u', token).map(SignedLinks::message);
    }

    public Optional<UUID> opened(String token) {
        return body('o', token).map(SignedLinks::message);
    }

    public Optional<UUID> viewed(String token) {
        return body('v', token).map(SignedLinks::message);
    }

    public Optional<Click> clicked(String token) {
        return body('c', token).filter(body -> body.length > HEAD_BYTES + 2).map(body -> {
            int link = Short.toUnsignedInt(ByteBuffer.wrap(body).getShort(HEAD_BYTES));
            String target = new String(body, HEAD_BYTES + 2, body.length - HEAD_BYTES - 2, StandardCharsets.UTF_8);
            return new Click(message(body), link, target);
        });
    }

    private String token(char purpose, UUID message, byte[] rest) {
        byte[] body = ByteBuffer.allocate(HEAD_BYTES + rest.length)
                .put((byte) purpose)
                .putLong(message.getMostSignificantBits())
                .putLong(message.getLeastSignificantBits())
                .put(rest)
                .array();
        byte[] signed = Arrays.copyOf(body, body.length + MAC_BYTES);
        System.arraycopy(mac(body), 0, signed, body.length, MAC_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    private Optional<byte[]> body(char purpose, String token) {
        if (token.length() > 4 * LONGEST_TARGET) return Optional.empty();
        byte[] signed;
        try {
            signed = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (signed.length < HEAD_BYTES + MAC_BYTES || signed[0] != (byte) purpose) return Optional.empty();
        byte[] body = Arrays.copyOf(signed, signed.length - MAC_BYTES);
        byte[] given = Arrays.copyOfRange(signed, body.length, signed.length);
        byte[] expected = Arrays.copyOf(mac(body), MAC_BYTES);
        return MessageDigest.isEqual(given, expected) ? Optional.of(body) : Optional.empty();
    }

    private byte[] mac(byte[] body) {
        try {
            return ((Mac) keyed.clone()).doFinal(body);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this JDK's HMAC-SHA-256 cannot be copied", e);
        }
    }

    private static Mac keyed(byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    private static UUID message(byte[] body) {
        var buffer = ByteBuffer.wrap(body);
        return new UUID(buffer.getLong(1), buffer.getLong(9));
    }
}
