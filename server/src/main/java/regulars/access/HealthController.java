package regulars.access;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For a supervisor: up is what can reach its database. */
@RestController
class HealthController {
    private final AboutStore store;

    HealthController(AboutStore store) {
        this.store = store;
    }

    @GetMapping("/health")
    ResponseEntity<Health> health() {
        boolean up = store.answers();
        return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .body(new Health(up ? "up" : "down"));
    }

    record Health(String status) {}
}
