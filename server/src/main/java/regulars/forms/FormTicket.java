package regulars.forms;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a page that we gave out says of itself, signed by 128 bits of HMAC-SHA-256: nobody makes one up or makes one
 * older.
 *
 * @param key unique: it is what makes a submission count once
 * @param bits how many leading zero bits the proof of work needs
 * @param customer who opened a signed link of a letter; null for a stranger
 */
record FormTicket(
        UUID form,
        int version,
        Instant issuedAt,
        UUID key,
        int bits,
        @Nullable UUID customer) {
    private static final int BODY_BYTES = 1 + 16 + 4 + 8 + 16 + 1 + 16;
    private static final int LINK_BYTES = 1 + 16 + 16 + 8;
    private static final byte PAGE = 'p';
    private static final byte LINK = 'l';
    private static final UUID NOBODY = new UUID(0, 0);

    /** Whom a letter was to, for which form, until when. */
    record Link(UUID form, UUID customer, Instant until) {}

    String signed(byte[] secret) {
        var body = ByteBuffer.allocate(BODY_BYTES).put(PAGE);
        put(body, form).putInt(version).putLong(issuedAt.getEpochSecond());
        put(body, key).put((byte) bits);
        put(body, customer == null ? NOBODY : customer);
        return Signed.of(secret, body.array());
    }

    static Optional<FormTicket> read(byte[] secret, String token) {
        return body(secret, token, PAGE, BODY_BYTES).map(body -> {
            var form = uuid(body);
            int version = body.getInt();
            var issuedAt = Instant.ofEpochSecond(body.getLong());
            var key = uuid(body);
            int bits = body.get();
            var customer = uuid(body);
            return new FormTicket(form, version, issuedAt, key, bits, customer.equals(NOBODY) ? null : customer);
        });
    }

    static String link(byte[] secret, Link link) {
        var body = ByteBuffer.allocate(LINK_BYTES).put(LINK);
        put(body, link.form());
        put(body, link.customer()).putLong(link.until().getEpochSecond());
        return Signed.of(secret, body.array());
    }

    static Optional<Link> linked(byte[] secret, String token) {
        return body(secret, token, LINK, LINK_BYTES)
                .map(body -> new Link(uuid(body), uuid(body), Instant.ofEpochSecond(body.getLong())));
    }

    /** Whether the proof begins with as many zero bits as the page asked for. */
    static boolean proves(String token, String proof, int bits) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest((token + ":" + proof).getBytes(StandardCharsets.US_ASCII));
            return Integer.numberOfLeadingZeros(ByteBuffer.wrap(hash).getInt()) >= bits;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Optional<ByteBuffer> body(byte[] secret, String token, byte kind, int length) {
        return Signed.read(secret, token, length)
                .filter(body -> body[0] == kind)
                .map(body -> ByteBuffer.wrap(body).position(1));
    }

    private static ByteBuffer put(ByteBuffer into, UUID id) {
        return into.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID uuid(ByteBuffer from) {
        return new UUID(from.getLong(), from.getLong());
    }
}
