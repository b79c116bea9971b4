package regulars.sources;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.core.io.ClassPathResource;

/**
 * The script that a site puts into its pages.
 *
 * @param integrity of the script, as the {@code integrity} of a tag has it
 */
record Tracker(byte[] script, String integrity) {
    /** @param file on the class path, built beside the screens */
    static Tracker of(String file) throws IOException {
        try (var in = new ClassPathResource(file).getInputStream()) {
            var script = in.readAllBytes();
            var hash = MessageDigest.getInstance("SHA-384").digest(script);
            return new Tracker(script, "sha384-" + Base64.getEncoder().encodeToString(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-384", e);
        }
    }

    /** By which a page asks for this very script. */
    String version() {
        return integrity.replaceAll("[^0-9A-Za-z]", "").substring("sha384".length(), "sha384".length() + 12);
    }
}
