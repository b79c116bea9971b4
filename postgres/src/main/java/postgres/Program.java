package postgres;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs one of PostgreSQL's programs inside a data folder, as the account that owns it. */
record Program(Binaries binaries, Account account, Path data) {
    record Ended(int code, String output) {}

    Ended run(String name, List<String> arguments) throws IOException {
        var process = builder(name, arguments).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            return new Ended(process.waitFor(), output);
        } catch (InterruptedException e) {
            process.destroy();
            throw interrupted(e);
        }
    }

    ProcessBuilder builder(String name, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(binaries.program(name).toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(account.command(command)).directory(data.toFile());
        var environment = builder.environment();
        environment
                .keySet()
                .removeIf(variable -> variable.startsWith("PG")); // PGDATA, PGPORT... would reach the server
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        return builder;
    }

    static IOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        var failure = new InterruptedIOException("interrupted while waiting for PostgreSQL");
        failure.initCause(cause);
        return failure;
    }
}
