package regulars.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What was built, as written into {@code build.properties} by Maven. */
public record Release(String version, String commit) {
    public static Release read() {
        var properties = new Properties();
        try (InputStream in = Release.class.getResourceAsStream("/build.properties")) {
            if (in != null) properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Release(properties.getProperty("version", "unknown"), properties.getProperty("commit", "unknown"));
    }
}
