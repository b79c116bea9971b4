package regulars.sources;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.ServerAddress;
import regulars.kernel.Fault;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

/** The script for pages of sites, and what a page needs to know of it. */
@RestController
class TrackerController {
    static final String PATH = "/regulars.js";

    private static final String BUILT = "static/regulars.js";
    private static final Duration SOON = Duration.ofHours(1);
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final String address;
    private volatile @Nullable Tracker tracker;

    TrackerController(ServerAddress server) {
        this.address = server.publicUrl().toString().replaceAll("/$", "") + PATH;
    }

    /**
     * The script. Any site may load it, and compare it with its hash.
     *
     * @param v the version a page wants for ever; without one it is looked for anew after an hour
     */
    @Hidden
    @GetMapping(PATH)
    ResponseEntity<byte[]> script(@RequestParam(required = false) @Nullable String v) {
        var known = tracker();
        var cache = known.version().equals(v) ? CacheControl.maxAge(FOR_EVER).immutable() : CacheControl.maxAge(SOON);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "javascript", StandardCharsets.UTF_8))
                .cacheControl(cache.cachePublic())
                .eTag(known.version())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(known.script());
    }

    @GetMapping("/api/v1/events/tracker")
    @Needs(Permission.IMPORTS_RUN)
    TrackerView about() {
        var known = tracker();
        return new TrackerView(address, address + "?v=" + known.version(), known.integrity(), known.script().length);
    }

    private Tracker tracker() {
        var known = tracker;
        if (known != null) return known;
        try {
            known = Tracker.of(BUILT);
            tracker = known;
            return known;
        } catch (IOException e) {
            throw new Fault(
                    SourcesFault.TRACKER_NOT_BUILT,
                    "This server was built without its screens and the tracker: build it by ./regulars",
                    e);
        }
    }

    /**
     * @param address of the newest script, whatever its version
     * @param pinned of this very script: a page that names its hash loads it, or nothing
     * @param integrity its hash, as a tag has it
     */
    record TrackerView(String address, String pinned, String integrity, int bytes) {}
}
