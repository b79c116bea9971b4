package regulars.collect;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What stands in the place of an erased person's key: a keyed hash, by which the key is known when it comes again. */
final class ErasedKey {
    static final String PREFIX = "erased:";

    private final Supplier<byte[]> secret;

    ErasedKey(Supplier<byte[]> secret) {
        this.secret = secret;
    }

    SubjectKey of(SubjectKey key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.get(), "HmacSHA256"));
            var text = String.join("\0", key.kind(), key.space(), key.value());
            var hash = HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
            return new SubjectKey(key.kind(), key.space(), PREFIX + hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
