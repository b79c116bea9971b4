package regulars.access;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For a supervisor: up is what can reach its database. The parts say more, but never make the product look down. */
@RestController
class HealthController {
    private final AboutStore store;
    private final List<HealthPart> parts;

    HealthController(AboutStore store, List<HealthPart> parts) {
        this.store = store;
        this.parts = parts;
    }

    @GetMapping("/health")
    ResponseEntity<Health> health() {
        boolean up = store.answers();
        var states = new TreeMap<String, String>();
        if (up) for (var part : parts) states.put(part.name(), part.state());
        return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .body(new Health(up ? "up" : "down", states));
    }

    record Health(String status, Map<String, String> parts) {}
}
