package postgres;

import static postgres.PostgresFault.Kind.FOLDER_IN_USE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes and files a killed application left in its data folder. The folder's lock is ours when this runs, so
 * whatever still works in there belongs to nobody.
 */
record Leftovers(Program program) {
    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    void clear() throws IOException {
        var alive = alive();
        if (!alive.isEmpty()) {
            log.info("Stopping the PostgreSQL a former run left in {}", program.data());
            stop();
            alive().forEach(ProcessHandle::destroyForcibly);
            awaitNone();
        }
        // What is left of it names a dead or foreign process; PostgreSQL would take a zombie for a living server.
        Files.deleteIfExists(pidFile());
    }

    private void stop() throws IOException {
        if (!Files.exists(pidFile())) return; // its postmaster is gone, only its children linger
        for (var mode : List.of("fast", "immediate")) {
            var ended = program.run("pg_ctl", List.of("-D", Cluster.HERE, "-m", mode, "-w", "-t", "20", "stop"));
            if (ended.code() == 0) return;
            log.warn("pg_ctl stop -m {}: {}", mode, ended.output());
        }
    }

    private void awaitNone() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!alive().isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new PostgresFault(
                        FOLDER_IN_USE,
                        "Processes %s still work in %s and cannot be stopped: stop them, then start again"
                                .formatted(
                                        alive().stream().map(ProcessHandle::pid).toList(), program.data()));
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** PostgreSQL's processes all work inside their data folder, so a recycled process id is never taken for one. */
    private List<ProcessHandle> alive() {
        return ProcessHandle.allProcesses()
                .filter(process -> isPostgresHere(Path.of("/proc", Long.toString(process.pid()))))
                .toList();
    }

    private boolean isPostgresHere(Path process) {
        try {
            if (!Files.readString(process.resolve("comm")).strip().equals("postgres")) return false;
            var stat = Files.readString(process.resolve("stat"));
            var state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state != 'Z' && Files.isSameFile(process.resolve("cwd"), program.data());
        } catch (IOException e) {
            return false; // it ended meanwhile, or belongs to another account
        }
    }

    private Path pidFile() {
        return program.data().resolve("postmaster.pid");
    }
}
