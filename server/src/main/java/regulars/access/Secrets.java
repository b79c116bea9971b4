package regulars.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Keys for signed links and keyed hashes, all derived from one random secret in the database: every node has the same
 * and a backup keeps them. Safe for use by several threads.
 */
@Component
public class Secrets {
    private static final int BYTES = 32;
    private static final int FINGERPRINT = 8;

    private final SecretStore store;
    private final ConcurrentHashMap<String, byte[]> keys = new ConcurrentHashMap<>();

    Secrets(SecretStore store) {
        this.store = store;
    }

    /** For a command beside the product. */
    public static Secrets of(DSLContext dsl) {
        return new Secrets(new SecretStore(dsl));
    }

    /** 32 bytes, always the same for a purpose and unrelated to those of any other. */
    public byte[] key(String purpose) {
        return keys.computeIfAbsent(purpose, this::derive).clone();
    }

    /** Names the secret without telling it: hashes of another installation are known by it. */
    public String fingerprint() {
        return HexFormat.of().formatHex(key("fingerprint"), 0, FINGERPRINT);
    }

    private byte[] derive(String purpose) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(store.readOrMake())
                    .thenExpand(("regulars " + purpose).getBytes(StandardCharsets.UTF_8), BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HKDF-SHA256", e);
        }
    }
}
