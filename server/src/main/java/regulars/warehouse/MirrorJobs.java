package regulars.warehouse;

import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import regulars.access.AboutPart;
import regulars.access.HealthPart;
import regulars.warehouse.MirrorStatus.TableRows;
import regulars.work.JobHandler;
import regulars.work.JobRun;
import regulars.work.Tick;
import tools.jackson.databind.json.JsonMapper;

/** What the mirror does on request or by the calendar, and what the about page says of it. */
@Configuration(proxyBeanMethods = false)
class MirrorJobs {
    static final String REBUILD = "mirror.rebuild";
    static final String VERIFY = "mirror.verify";
    private static final Logger log = LoggerFactory.getLogger(MirrorJobs.class);
    private static final Duration KEPT = Duration.ofDays(7);

    /** As the about page shows it; the lag is -1 while there is no mirror yet. */
    record MirrorBrief(long lagMs, long rows) {}

    private interface Body {
        void run(JobRun run);
    }

    private record Handler(String kind, Body body) implements JobHandler {
        @Override
        public void run(JobRun run) {
            body.run(run);
        }
    }

    private interface Chore {
        void run() throws SQLException;
    }

    private record Daily(String name, Chore chore) implements Tick {
        @Override
        public Duration every() {
            return Duration.ofDays(1);
        }

        @Override
        public void run() {
            try {
                chore.run();
            } catch (SQLException e) {
                throw new IllegalStateException(name + " failed", e);
            }
        }
    }

    private record Brief(String key, Warehouse warehouse) implements AboutPart {
        @Override
        public Object value() {
            var status = warehouse.status();
            var lag = status.lag();
            return new MirrorBrief(
                    lag == null ? -1 : lag.toMillis(),
                    status.tables().stream().mapToLong(TableRows::rows).sum());
        }
    }

    private record Health(String name, Warehouse warehouse) implements HealthPart {
        private static final Duration BEHIND = Duration.ofMinutes(1);

        @Override
        public String state() {
            var lag = warehouse.lag();
            return switch (warehouse.state()) {
                case CLOSED -> "closed";
                case REBUILDING -> "rebuilding";
                case FAILING -> "failing";
                case FOLLOWING -> lag == null || lag.compareTo(BEHIND) > 0 ? "behind" : "ok";
            };
        }
    }

    @Bean
    HealthPart mirrorHealth(Warehouse warehouse) {
        return new Health("mirror", warehouse);
    }

    @Bean
    JobHandler mirrorRebuild(Warehouse warehouse) {
        return new Handler(REBUILD, run -> warehouse.rebuild(progress -> tell(run, progress)));
    }

    @Bean
    JobHandler mirrorVerify(Warehouse warehouse, JsonMapper json) {
        return new Handler(VERIFY, run -> {
            var report = warehouse.verify(progress -> tell(run, progress));
            if (!report.equal()) log.warn("The mirror differs from PostgreSQL: {}", report.tables());
            run.result(json.valueToTree(report));
        });
    }

    @Bean
    Tick mirrorPrune(Warehouse warehouse) {
        return new Daily("warehouse.prune", () -> warehouse.prune(KEPT));
    }

    @Bean
    AboutPart mirrorBrief(Warehouse warehouse) {
        return new Brief("mirror", warehouse);
    }

    private static void tell(JobRun run, MirrorStatus.Progress progress) {
        run.progress(progress.done(), progress.total());
        run.checkpoint();
    }
}
