package postgres;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The account the server runs as. PostgreSQL refuses root, so root hands it to the cluster's owner or to nobody. */
record Account(int uid, int gid, boolean switching) {
    private static final boolean ROOT = "0".equals(ownUid());
    private static final Account NOBODY = nobody();

    static boolean isRoot() {
        return ROOT;
    }

    static Account owning(Path cluster) throws IOException {
        if (!isRoot()) return new Account(-1, -1, false);
        if (!Files.exists(cluster)) return NOBODY;
        var owner = owner(cluster);
        return owner.uid() == 0 ? NOBODY : owner;
    }

    /** The command as this account; a session of its own keeps the terminal's Ctrl-C away from the server. */
    List<String> command(List<String> command) {
        var whole = new ArrayList<String>();
        whole.add("setsid");
        if (switching) {
            whole.addAll(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--no-new-privs"));
        }
        whole.addAll(command);
        return whole;
    }

    void give(Path path) throws IOException {
        if (switching) change(path, uid, gid);
    }

    void giveAll(Path folder) throws IOException {
        if (!switching || owner(folder).uid() == uid) return;
        try (var paths = Files.walk(folder)) {
            for (var path : (Iterable<Path>) paths::iterator) give(path);
        }
    }

    void takeBack(Path path) throws IOException {
        if (switching) change(path, 0, 0);
    }

    private static void change(Path path, int uid, int gid) throws IOException {
        Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
    }

    private static Account owner(Path path) throws IOException {
        return new Account(number(path, "unix:uid"), number(path, "unix:gid"), true);
    }

    private static int number(Path path, String attribute) throws IOException {
        return (Integer) requireNonNull(Files.getAttribute(path, attribute, LinkOption.NOFOLLOW_LINKS));
    }

    private static String ownUid() {
        try {
            return String.valueOf(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return "unknown"; // not Linux: Binaries refuses that with a sentence of its own
        }
    }

    private static Account nobody() {
        try (var lines = Files.lines(Path.of("/etc/passwd"))) {
            return lines.map(line -> line.split(":"))
                    .filter(fields -> fields.length > 3 && fields[0].equals("nobody"))
                    .map(fields -> new Account(Integer.parseInt(fields[2]), Integer.parseInt(fields[3]), true))
                    .findFirst()
                    .orElse(new Account(65534, 65534, true));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read /etc/passwd", e);
        }
    }
}
