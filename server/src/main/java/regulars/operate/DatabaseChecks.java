package regulars.operate;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import regulars.boot.StartFault;
import regulars.boot.StartSettings;
import regulars.boot.Upgrade;
import regulars.channels.MailProbe;
import regulars.segments.SelfCheckProbe;
import regulars.segments.SelfCheckReport;

/** What the database can tell: its version, the clock, whether the data is of this version, how mail leaves, what segments' own check found. */
final class DatabaseChecks {
    private static final Duration DRIFT_WARN = Duration.ofSeconds(2);
    private static final Duration DRIFT_FAIL = Duration.ofSeconds(30);
    private static final Duration CHECK_OLD = Duration.ofDays(2);
    private static final String LATER = "looked at when the data is of this version";

    private final DataSource database;
    private final StartSettings settings;
    private final InstantSource clock;

    DatabaseChecks(DataSource database, StartSettings settings, InstantSource clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    List<Finding> all() throws SQLException {
        var findings = new ArrayList<Finding>();
        findings.add(answers());
        findings.add(drift());
        var data = version();
        findings.add(data);
        if (data.level() == Finding.Level.OK) {
            findings.add(mail());
            findings.add(segments());
        } else {
            findings.add(Finding.skip("mail", LATER));
            findings.add(Finding.skip("segments", LATER));
        }
        return findings;
    }

    private Finding answers() throws SQLException {
        try (var connection = database.getConnection()) {
            var version = connection.getMetaData().getDatabaseProductVersion();
            var whose = settings.database().isPresent() ? "your own" : "built in";
            return Finding.ok("database", "PostgreSQL %s, %s".formatted(version, whose));
        }
    }

    private Finding drift() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select clock_timestamp()")) {
            rows.next();
            return drift(rows.getObject(1, OffsetDateTime.class).toInstant(), clock.instant());
        }
    }

    static Finding drift(Instant theirs, Instant ours) {
        var drift = Duration.between(theirs, ours).abs();
        var detail = "%.1f s from the database's".formatted(drift.toMillis() / 1000.0);
        var remedy = "Let both machines follow a time server (timedatectl set-ntp true).";
        if (drift.compareTo(DRIFT_FAIL) > 0) return Finding.fail("clock", detail, remedy);
        return drift.compareTo(DRIFT_WARN) > 0 ? Finding.warn("clock", detail, remedy) : Finding.ok("clock", detail);
    }

    private Finding version() {
        try {
            var pending = Upgrade.of(database, settings.data()).pending();
            if (pending.isEmpty()) return Finding.ok("data", "of this version");
            return Finding.warn(
                    "data",
                    pending.size() + " changes behind this version",
                    "See them by './regulars upgrade --dry-run'; the next start makes them, after a backup.");
        } catch (StartFault e) {
            return Finding.fail("data", String.valueOf(e.getMessage()), "See UPGRADING.md.");
        }
    }

    private Finding segments() {
        return new SelfCheckProbe(database)
                .last()
                .map(this::segments)
                .orElseGet(() -> Finding.skip("segments", "members are first compared tonight"));
    }

    private Finding segments(SelfCheckReport last) {
        var compared = "members of %d segments compared at %s with a full recomputation"
                .formatted(last.segments(), last.asOf().truncatedTo(ChronoUnit.SECONDS));
        if (last.differences() > 0) {
            return Finding.warn(
                    "segments",
                    compared + ": " + last.differences() + " wrong, mended",
                    "This must not happen: tell us, with the lines of the log that name the segments.");
        }
        if (Duration.between(last.asOf(), clock.instant()).compareTo(CHECK_OLD) > 0) {
            return Finding.warn("segments", compared, "They are compared each night: is the product running?");
        }
        return Finding.ok("segments", compared + ": all right");
    }

    private Finding mail() {
        return switch (new MailProbe(database).run()) {
            case MailProbe.Outcome.Builtin() ->
                Finding.warn("mail", "goes to the built-in mailbox", "Name your SMTP server at Settings, Sending.");
            case MailProbe.Outcome.Reached(var server, var safe)
            when safe -> Finding.ok("mail", server + " takes our login, protected by TLS");
            case MailProbe.Outcome.Reached(var server, var safe) ->
                Finding.warn(
                        "mail", server + " is reached without TLS", "Choose STARTTLS or TLS at Settings, Sending.");
            case MailProbe.Outcome.Unreachable(var cause) ->
                Finding.fail("mail", cause, "Check host, port, protection, user and password at Settings, Sending.");
        };
    }
}
