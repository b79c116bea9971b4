package regulars.warehouse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.CurrentActor;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.warehouse.MirrorStatus.Progress;
import regulars.warehouse.MirrorStatus.TableRows;
import regulars.work.Jobs;

@RestController
@RequestMapping("/api/v1/mirror")
@Needs(Permission.SETTINGS_MANAGE)
class MirrorController {
    private final Warehouse warehouse;
    private final Jobs jobs;
    private final CurrentActor actor;

    MirrorController(Warehouse warehouse, Jobs jobs, CurrentActor actor) {
        this.warehouse = warehouse;
        this.jobs = jobs;
        this.actor = actor;
    }

    /**
     * The mirror as its page shows it.
     *
     * @param lagMs how old what it holds may be
     */
    record MirrorView(
            MirrorState state,
            boolean readable,
            @Nullable Long lagMs,
            @Nullable Watermark watermark,
            List<TableRows> tables,
            long fileBytes,
            @Nullable Instant rebuiltAt,
            @Nullable RebuildReason rebuiltBecause,
            @Nullable Progress progress,
            @Nullable String failure) {}

    /** The job that does it; its progress and result are under {@code /api/v1/jobs/{id}}. */
    record MirrorJob(UUID jobId) {}

    @GetMapping
    MirrorView status() {
        var status = warehouse.status();
        return new MirrorView(
                status.state(),
                status.readable(),
                millis(status.lag()),
                status.watermark(),
                status.tables(),
                status.fileBytes(),
                status.rebuiltAt(),
                status.rebuiltBecause(),
                status.progress(),
                status.failure());
    }

    @PostMapping("/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    MirrorJob rebuild() {
        return new MirrorJob(jobs.submit(MirrorJobs.REBUILD, Map.of(), actor.get()));
    }

    /** Compares every cell with PostgreSQL; the job's result is a {@link VerifyReport}. */
    @PostMapping("/verify")
    @ResponseStatus(HttpStatus.ACCEPTED)
    MirrorJob verify() {
        return new MirrorJob(jobs.submit(MirrorJobs.VERIFY, Map.of(), actor.get()));
    }

    private static @Nullable Long millis(@Nullable Duration lag) {
        return lag == null ? null : lag.toMillis();
    }
}
