package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Seconds that cores worked so far: for this process, and for all processes of its PostgreSQL, as Linux counts them in
 * hundredths ({@code utime} and {@code stime} of {@code /proc/PID/stat}).
 */
record CpuTime(double own, double postgres) {
    private static final double TICKS_A_SECOND = 100;
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    static CpuTime now(DataSource source) throws IOException, SQLException {
        double postgres = 0;
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select pid from pg_stat_activity")) {
            while (rows.next()) postgres += seconds(rows.getString(1));
        }
        return new CpuTime(seconds("self"), postgres);
    }

    /** Of a process that is gone meanwhile nothing counts. */
    private static double seconds(String process) throws IOException {
        try {
            var stat = Files.readString(Path.of("/proc", process, "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / TICKS_A_SECOND;
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    static CpuTime read(String text) {
        var words = text.split(" ");
        return new CpuTime(Double.parseDouble(words[0]), Double.parseDouble(words[1]));
    }

    String written() {
        return own + " " + postgres;
    }

    CpuTime since(CpuTime before) {
        return new CpuTime(own - before.own, postgres - before.postgres);
    }

    double whole() {
        return own + postgres;
    }
}
