package regulars.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What was built, written into {@code build.properties} by Maven. */
record Build(String version, String commit) {
    static Build read() {
        var properties = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("/build.properties")) {
            if (in != null) properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Build(properties.getProperty("version", "unknown"), properties.getProperty("commit", "unknown"));
    }
}
