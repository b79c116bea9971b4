package regulars.sources;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Takes a secret out of what may be kept. */
final class Secret {
    private Secret() {}

    /** Puts asterisks in its place, wherever it stands. */
    static void blank(byte[] body, String secret) {
        var wanted = secret.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i + wanted.length <= body.length; i++) {
            if (Arrays.mismatch(body, i, i + wanted.length, wanted, 0, wanted.length) < 0) {
                Arrays.fill(body, i, i + wanted.length, (byte) '*');
            }
        }
    }
}
