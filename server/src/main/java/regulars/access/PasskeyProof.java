package regulars.access;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import regulars.kernel.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a device says in a ceremony of WebAuthn (level 2, sections 7.1 and 7.2), checked step by step. No attestation is
 * asked: which make of device somebody uses is not ours to judge, so the key needs no chain, only its own signature.
 *
 * @param site what the public address is, as browsers name it
 */
record PasskeyProof(URI site) {
    /** COSE numbers of what every device offers: ES256, EdDSA and RS256. */
    static final Map<Integer, Algorithm> ALGORITHMS = Map.of(
            -7, new Algorithm("EC", "SHA256withECDSA"),
            -8, new Algorithm("Ed25519", "Ed25519"),
            -257, new Algorithm("RSA", "SHA256withRSA"));

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int HEAD = 37;
    private static final int AAGUID = 16;
    private static final int PRESENT = 1;
    private static final int VERIFIED = 1 << 2;
    private static final int ATTESTED = 1 << 6;

    /** How a key is read and its signature checked, by the JDK's names. */
    record Algorithm(String key, String signature) {}

    String relyingParty() {
        return site.getHost();
    }

    /**
     * That a new key was made for this site and this challenge by a person who unlocked the device.
     *
     * @throws Fault {@link AccessFault#PASSKEY_REFUSED}
     */
    long made(byte[] credential, byte[] publicKey, int algorithm, byte[] clientData, byte[] data, byte[] challenge) {
        said(clientData, "webauthn.create", challenge);
        var head = head(data);
        if ((head.flags & ATTESTED) == 0 || data.length < HEAD + AAGUID + 2 + credential.length)
            throw refused("no key");
        int length = Short.toUnsignedInt(ByteBuffer.wrap(data, HEAD + AAGUID, 2).getShort());
        var named = Arrays.copyOfRange(data, HEAD + AAGUID + 2, HEAD + AAGUID + 2 + credential.length);
        if (length != credential.length || !Arrays.equals(named, credential)) throw refused("another key");
        if (!contains(data, telling(key(publicKey, algorithm)))) throw refused("the key is not the device's");
        return head.count;
    }

    /**
     * That the holder of the key unlocked the device for this site and this challenge; the new count of signatures.
     *
     * @throws Fault {@link AccessFault#PASSKEY_REFUSED}
     */
    long used(PasskeyStore.Kept kept, byte[] clientData, byte[] data, byte[] signature, byte[] challenge) {
        said(clientData, "webauthn.get", challenge);
        var head = head(data);
        try {
            var check = Signature.getInstance(algorithm(kept.algorithm()).signature());
            check.initVerify(key(kept.publicKey(), kept.algorithm()));
            check.update(data);
            check.update(sha256(clientData));
            if (!check.verify(signature)) throw refused("the signature does not fit");
        } catch (GeneralSecurityException e) {
            throw refused("the signature is none");
        }
        boolean counts = head.count != 0 || kept.signCount() != 0;
        if (counts && head.count <= kept.signCount()) throw refused("the key seems to be copied");
        return head.count;
    }

    private void said(byte[] clientData, String type, byte[] challenge) {
        try {
            var said = JSON.readTree(clientData);
            var answered = Base64.getUrlDecoder().decode(said.path("challenge").asString(""));
            boolean fits = said.path("type").asString("").equals(type)
                    && MessageDigest.isEqual(answered, challenge)
                    && said.path("origin").asString("").equals(origin())
                    && !said.path("crossOrigin").asBoolean(false);
            if (!fits) throw refused("it is of another site or attempt");
        } catch (JacksonException | IllegalArgumentException e) {
            throw refused("it cannot be read");
        }
    }

    private String origin() {
        var port = site.getPort() < 0 ? "" : ":" + site.getPort();
        return site.getScheme() + "://" + site.getHost() + port;
    }

    private Head head(byte[] data) {
        if (data.length < HEAD) throw refused("it is too short");
        var party = sha256(relyingParty().getBytes(StandardCharsets.UTF_8));
        if (!MessageDigest.isEqual(party, Arrays.copyOf(data, party.length))) throw refused("it is of another site");
        var rest = ByteBuffer.wrap(data, party.length, HEAD - party.length);
        var head = new Head(rest.get(), Integer.toUnsignedLong(rest.getInt()));
        if ((head.flags & PRESENT) == 0 || (head.flags & VERIFIED) == 0) throw refused("nobody unlocked the device");
        return head;
    }

    private record Head(int flags, long count) {}

    private static Algorithm algorithm(int number) {
        var known = ALGORITHMS.get(number);
        if (known == null) throw refused("its algorithm is not one of ours");
        return known;
    }

    private static PublicKey key(byte[] encoded, int algorithm) {
        try {
            return KeyFactory.getInstance(algorithm(algorithm).key()).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw refused("its key cannot be read");
        }
    }

    /** Bytes of the key that the device's own form of it has too. */
    private static byte[] telling(PublicKey key) {
        var encoded = key.getEncoded();
        return switch (key) {
            case ECPublicKey _ -> Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length); // y, the last
            case RSAPublicKey rsa -> unsigned(rsa.getModulus().toByteArray());
            default -> Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        };
    }

    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number;
    }

    private static boolean contains(byte[] whole, byte[] part) {
        for (int from = HEAD; from + part.length <= whole.length; from++) {
            if (Arrays.equals(whole, from, from + part.length, part, 0, part.length)) return true;
        }
        return false;
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    static Fault refused(String why) {
        return new Fault(
                AccessFault.PASSKEY_REFUSED,
                "The passkey was not accepted (" + why + "): try again, or sign in with the password");
    }
}
