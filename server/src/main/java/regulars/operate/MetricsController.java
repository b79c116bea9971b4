package regulars.operate;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import regulars.channels.SendHolds;
import regulars.kernel.Installation;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.warehouse.Warehouse;

/** Figures for Prometheus. Like everything they need a login or an API key: none of them names a person. */
@RestController
@Needs(Permission.JOBS_READ)
class MetricsController {
    private final Installation installation;
    private final Warehouse warehouse;
    private final SendHolds holds;
    private final RequestCounts requests;
    private final SegmentMetrics segments;
    private final EventMetrics events;

    MetricsController(
            Installation installation,
            Warehouse warehouse,
            SendHolds holds,
            RequestCounts requests,
            SegmentMetrics segments,
            EventMetrics events) {
        this.installation = installation;
        this.warehouse = warehouse;
        this.holds = holds;
        this.requests = requests;
        this.segments = segments;
        this.events = events;
    }

    @GetMapping(path = "/api/v1/metrics", produces = "text/plain;version=0.0.4;charset=UTF-8")
    ResponseEntity<String> metrics() throws IOException {
        var figures = new Figures();
        process(figures);
        figures.gauge(
                "regulars_disk_free_bytes",
                "Free space where the data lies.",
                Files.getFileStore(installation.data()).getUsableSpace());
        var lag = warehouse.lag();
        figures.gauge(
                "regulars_mirror_lag_seconds",
                "Age of the snapshot that the mirror holds; -1 while it holds none.",
                lag == null ? -1 : lag.toMillis() / 1000.0);
        figures.gauge("regulars_sending_held", "1 while a restore holds all sending.", holds.held() ? 1 : 0);
        figures.gauge("regulars_messages_waiting", "Messages in the queue.", holds.messagesWaiting());
        figures.gauge("regulars_messages_in_flight", "Messages a sender has claimed.", holds.messagesInFlight());
        segments.into(figures);
        events.into(figures);
        figures.counters(
                "regulars_http_requests_total",
                "Requests answered, by class of status.",
                "status",
                requests.byStatus());
        figures.counter("regulars_http_request_seconds_total", "Time they took together.", requests.seconds());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(figures.toString());
    }

    private static void process(Figures figures) {
        var memory = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        figures.gauge(
                "regulars_up_seconds",
                "Since the process started.",
                ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0);
        figures.gauge("regulars_heap_used_bytes", "Heap in use.", memory.getUsed());
        figures.gauge("regulars_heap_max_bytes", "Heap at most.", memory.getMax());
        figures.counter(
                "regulars_gc_seconds_total",
                "Time spent on collecting garbage.",
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                                .sum()
                        / 1000.0);
        figures.gauge(
                "regulars_threads",
                "Threads of the machine.",
                ManagementFactory.getThreadMXBean().getThreadCount());
    }
}
