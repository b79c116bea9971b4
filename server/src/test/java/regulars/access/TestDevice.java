package regulars.access;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The far side of WebAuthn: a device with one key on the P-256 curve, and ways to lie. */
final class TestDevice {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int UNLOCKED = 1 | 1 << 2;
    private static final int ATTESTED = 1 << 6;

    private final byte[] credential = Tokens.fresh().getBytes(StandardCharsets.US_ASCII);
    private final KeyPair keys = pair();
    private String origin;
    private String party;
    private KeyPair signing = keys;
    private int flags = UNLOCKED;
    private int count = 7;

    TestDevice(URI site) {
        this.origin = site.toString().replaceAll("/$", "");
        this.party = site.getHost();
    }

    private TestDevice lying(TestDevice honest) {
        System.arraycopy(honest.credential, 0, credential, 0, credential.length);
        signing = honest.keys;
        count = honest.count + 1;
        return this;
    }

    private TestDevice copy() {
        return new TestDevice(URI.create(origin)).lying(this);
    }

    TestDevice withOrigin(String other) {
        var copy = copy();
        copy.origin = other;
        return copy;
    }

    TestDevice withParty(String other) {
        var copy = copy();
        copy.party = other;
        return copy;
    }

    /** Touched, but opened by nobody's finger, face or PIN. */
    TestDevice locked() {
        var copy = copy();
        copy.flags = 1;
        return copy;
    }

    TestDevice withOtherKey() {
        var copy = copy();
        copy.signing = copy.keys;
        return copy;
    }

    TestDevice withCount(int lower) {
        var copy = copy();
        copy.count = lower - 1;
        return copy;
    }

    /** The answer to a wish for a new key. */
    Map<String, Object> made(String challenge) {
        var key = keys.getPublic().getEncoded();
        var point = Arrays.copyOfRange(key, key.length - 64, key.length);
        var data = ByteBuffer.allocate(37 + 16 + 2 + credential.length + point.length)
                .put(head(flags | ATTESTED))
                .put(new byte[16])
                .putShort((short) credential.length)
                .put(credential)
                .put(point)
                .array();
        return Map.of(
                "name", "Laptop",
                "credential", text(credential),
                "publicKey", text(key),
                "algorithm", -7,
                "clientData", text(clientData("webauthn.create", challenge)),
                "authenticatorData", text(data));
    }

    /** The answer to a challenge. */
    Map<String, Object> signed(String challenge) {
        count++;
        var data = head(flags);
        var said = clientData("webauthn.get", challenge);
        return Map.of(
                "credential", text(credential),
                "clientData", text(said),
                "authenticatorData", text(data),
                "signature", text(signature(data, PasskeyProof.sha256(said))));
    }

    private byte[] head(int flags) {
        return ByteBuffer.allocate(37)
                .put(PasskeyProof.sha256(party.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt(count)
                .array();
    }

    private byte[] clientData(String type, String challenge) {
        return JSON.writeValueAsBytes(Map.of("type", type, "challenge", challenge, "origin", origin));
    }

    private byte[] signature(byte[]... parts) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(signing.getPrivate());
            for (byte[] part : parts) signature.update(part);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
