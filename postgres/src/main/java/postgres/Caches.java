package postgres;

import java.nio.file.Path;

/** Where the unpacked programs go: outside the data folder, since they belong to the release and not to the data. */
final class Caches {
    private Caches() {}

    static Path folder() {
        var own = System.getenv("REGULARS_CACHE");
        if (own != null && !own.isBlank()) return Path.of(own);
        // Root's home is closed to the account the server runs as.
        if (Account.isRoot()) return Path.of("/var/cache/regulars");
        var xdg = System.getenv("XDG_CACHE_HOME");
        var base = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return base.resolve("regulars");
    }
}
