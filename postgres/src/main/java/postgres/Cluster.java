package postgres;

import static postgres.PostgresFault.Kind.DISK_FULL;
import static postgres.PostgresFault.Kind.FOLDER_NOT_USABLE;
import static postgres.PostgresFault.Kind.NOT_STARTED;
import static postgres.PostgresFault.Kind.OTHER_VERSION;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The files of one server: {@code cluster/} is PostgreSQL's own, beside it lie the password and the log. */
final class Cluster {
    static final String USER = "regulars";
    /**
     * How the programs name their data folder: each of them runs inside it. An absolute name would need every parent to
     * be open to the server's account, which root's home is not.
     */
    static final String HERE = "/proc/self/cwd";

    private static final long NEEDED_BYTES = 200L << 20;

    private final Path folder;
    private final Binaries binaries;

    Cluster(Path folder, Binaries binaries) {
        this.folder = folder;
        this.binaries = binaries;
    }

    Path data() {
        return folder.resolve("cluster");
    }

    Path log() {
        return folder.resolve("postgres.log");
    }

    Account account() throws IOException {
        return Account.owning(data());
    }

    String password() throws IOException {
        if (!Files.exists(passwordFile())) {
            throw new PostgresFault(
                    FOLDER_NOT_USABLE,
                    passwordFile() + " is missing, without it nobody can log in to the database: restore the file");
        }
        return Files.readString(passwordFile()).strip();
    }

    /** Makes the cluster when there is none, else checks that this release can open it. */
    void prepare(boolean durable) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        if (Files.getFileStore(folder).getUsableSpace() < NEEDED_BYTES) {
            throw new PostgresFault(DISK_FULL, "Less than 200 MB are free for " + folder + ": free some disk space");
        }
        if (Files.exists(data())) requireOurVersion();
        else create(durable);
        account().giveAll(data());
    }

    void configure(int port, Map<String, String> configuration) throws IOException {
        write("postgresql.conf", Configuration.text(port, configuration));
        write("postgresql.auto.conf", "");
        write("pg_hba.conf", "host all all 127.0.0.1/32 scram-sha-256\n");
    }

    private void write(String name, String text) throws IOException {
        var file = data().resolve(name);
        Files.writeString(file, text);
        account().give(file);
    }

    private void requireOurVersion() throws IOException {
        var version = Files.readString(data().resolve("PG_VERSION")).strip();
        if (version.equals(Binaries.MAJOR)) return;
        throw new PostgresFault(
                OTHER_VERSION,
                "%s holds data of PostgreSQL %s, this release brings PostgreSQL %s: start it with the release that made it, see UPGRADING.md"
                        .formatted(folder, version, Binaries.MAJOR));
    }

    /** Under another name first: an interrupted creation must not look like a database. */
    private void create(boolean durable) throws IOException {
        var fresh = folder.resolve("cluster.new");
        Folders.delete(fresh);
        Files.createDirectory(
                fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var account = account();
        writePassword();
        account.give(fresh);
        account.give(passwordFile());
        var ended = new Program(binaries, account, fresh)
                .run(
                        "initdb",
                        List.of(
                                "-D",
                                HERE,
                                "-U",
                                USER,
                                "-A",
                                "scram-sha-256",
                                "--pwfile=" + HERE + "/../password",
                                "-E",
                                "UTF8",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8",
                                "--locale=C",
                                "--data-checksums",
                                durable ? "--sync-method=fsync" : "--no-sync"));
        account.takeBack(passwordFile());
        if (ended.code() != 0) {
            throw new PostgresFault(NOT_STARTED, "Cannot make a database in " + folder + ": " + ended.output());
        }
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void writePassword() throws IOException {
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(passwordFile());
        Files.createFile(
                passwordFile(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                passwordFile(), Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
    }

    private Path passwordFile() {
        return folder.resolve("password");
    }
}
