package postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a server is started with. {@code configuration} goes into postgresql.conf over our defaults; {@code cache}
 * receives the unpacked programs and is shared by all data folders.
 */
public record Settings(
        Path folder, Path cache, Map<String, String> configuration, Duration startTimeout, boolean durable) {
    public Settings {
        folder = folder.toAbsolutePath().normalize();
        cache = cache.toAbsolutePath().normalize();
        configuration = Map.copyOf(configuration);
        if (durable && configuration.containsKey("fsync"))
            throw new IllegalArgumentException("fsync is not a setting: a durable server always has it on");
    }

    /** Keeps every acknowledged commit, whatever dies. */
    public static Settings durable(Path folder) {
        return new Settings(folder, Caches.folder(), Map.of(), Duration.ofMinutes(5), true);
    }

    /** Fast and forgetful: rows are lost when the machine (not the process) dies. Never for a user's data. */
    public static Settings forTests(Path folder) {
        return new Settings(folder, Caches.folder(), Configuration.FORGETFUL, Duration.ofMinutes(2), false);
    }

    public Settings with(String name, String value) {
        var changed = new LinkedHashMap<>(configuration);
        changed.put(name, value);
        return new Settings(folder, cache, changed, startTimeout, durable);
    }
}
