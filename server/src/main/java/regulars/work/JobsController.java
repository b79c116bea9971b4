package regulars.work;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.kernel.Sights;

@RestController
@RequestMapping("/api/v1/jobs")
@Needs(Permission.JOBS_READ)
class JobsController {
    private final Jobs jobs;
    private final Sights sights;

    JobsController(Jobs jobs, Sights sights) {
        this.jobs = jobs;
        this.sights = sights;
    }

    @GetMapping
    JobPage list(@RequestParam(required = false) @Nullable UUID after, @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, 200);
        var items = jobs.latest(sights.current(), after, size);
        return new JobPage(items, items.size() < size ? null : items.getLast().id());
    }

    @GetMapping("/{id}")
    JobView get(@PathVariable UUID id) {
        return jobs.get(id, sights.current());
    }

    @PostMapping("/{id}/cancel")
    @Needs(Permission.JOBS_CANCEL)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable UUID id) {
        jobs.cancel(jobs.get(id, sights.current()).id());
    }

    /** {@code next} is the {@code after} of the following page. */
    record JobPage(List<JobView> items, @Nullable UUID next) {}
}
