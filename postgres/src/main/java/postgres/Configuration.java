package postgres;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The text of postgresql.conf: sized for one small machine that also runs the application. */
final class Configuration {
    private static final Map<String, String> ALWAYS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("lc_messages", "C"));

    /** An eighth of the machine: more would take what the system and the application keep in theirs. */
    private static final long BUFFERS_MB = Math.clamp(Machine.memoryMb() / 8, 128, 2048);

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("max_connections", "60"),
            Map.entry("shared_buffers", BUFFERS_MB + "MB"),
            Map.entry("effective_cache_size", 4 * BUFFERS_MB + "MB"),
            Map.entry("work_mem", "16MB"),
            Map.entry("maintenance_work_mem", "128MB"),
            Map.entry("huge_pages", "off"),
            Map.entry("max_locks_per_transaction", "256"), // a statement over month partitions locks each of them
            // Scans of the whole base run on the mirror, so workers would only cost memory and need /dev/shm.
            Map.entry("max_parallel_workers_per_gather", "0"),
            Map.entry("max_parallel_maintenance_workers", "0"),
            Map.entry("io_method", "sync"),
            Map.entry("autovacuum_max_workers", "2"),
            Map.entry("autovacuum_naptime", "20s"),
            Map.entry("wal_level", "replica"), // a backup copies files between pg_backup_start and _stop
            Map.entry("max_wal_senders", "0"),
            Map.entry("wal_compression", "on"),
            Map.entry("min_wal_size", "128MB"),
            // After a checkpoint each page is written whole once: what fits into memory is spared many of them.
            Map.entry("max_wal_size", Math.max(1024, 2 * BUFFERS_MB) + "MB"),
            Map.entry("checkpoint_timeout", "10min"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            Map.entry("idle_in_transaction_session_timeout", "10min"),
            Map.entry("log_line_prefix", "%m [%p] "),
            Map.entry("log_checkpoints", "off"),
            // Statements and details would carry people's addresses into the log.
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_error_verbosity", "terse"));

    static final Map<String, String> FORGETFUL = Map.ofEntries(
            Map.entry("fsync", "off"),
            Map.entry("synchronous_commit", "off"),
            Map.entry("full_page_writes", "off"),
            Map.entry("wal_level", "minimal"),
            Map.entry("max_connections", "200"),
            Map.entry("checkpoint_timeout", "1h"));

    private Configuration() {}

    static String text(int port, Map<String, String> own) {
        var all = new TreeMap<>(DEFAULTS);
        all.putAll(own);
        all.putAll(ALWAYS);
        all.put("port", Integer.toString(port));
        return all.entrySet().stream()
                .map(setting -> setting.getKey() + " = '" + setting.getValue().replace("'", "''") + "'\n")
                .collect(
                        Collectors.joining("", "# Written anew at every start: change settings in the product.\n", ""));
    }
}
