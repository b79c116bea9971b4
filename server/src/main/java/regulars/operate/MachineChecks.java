package regulars.operate;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import regulars.kernel.Release;

/** The machine and the folder: versions, disk, memory, who may read the data. */
final class MachineChecks {
    private static final long MB = 1 << 20;
    private static final long DISK_FAIL_MB = 500;
    private static final long DISK_WARN_MB = 5_000;
    private static final long MEMORY_FAIL_MB = 900;
    private static final long MEMORY_WARN_MB = 1_800;
    private static final int JDK = 25;
    /** The database's folder and its password: what they hold is for the product's account only. */
    private static final List<String> CLOSED = List.of("postgres/password", "postgres/cluster", "backups");

    private MachineChecks() {}

    static Finding version() {
        int feature = Runtime.version().feature();
        var detail = "Regulars %s (%s) on Java %s"
                .formatted(Release.read().version(), Release.read().commit(), Runtime.version());
        return feature == JDK
                ? Finding.ok("version", detail)
                : Finding.warn("version", detail, "It is tested with Java " + JDK + ": use that one.");
    }

    static Finding disk(Path data) throws IOException {
        var folder = data;
        while (!Files.exists(folder)) folder = Objects.requireNonNull(folder.getParent(), "there is always a root");
        var free = Files.getFileStore(folder).getUsableSpace() / MB;
        var detail = "%,d MB free for %s".formatted(free, data);
        var remedy = "Free some space, or move the data folder to a larger disk: PostgreSQL stops when it is full.";
        if (free < DISK_FAIL_MB) return Finding.fail("disk", detail, remedy);
        return free < DISK_WARN_MB ? Finding.warn("disk", detail, remedy) : Finding.ok("disk", detail);
    }

    static Finding memory() {
        var machine =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() / MB;
        var detail = "%,d MB in this machine".formatted(machine);
        var remedy = "The product wants 768 MB of heap, PostgreSQL 256 MB and the mirror the rest: give it 2 GB.";
        if (machine < MEMORY_FAIL_MB) return Finding.fail("memory", detail, remedy);
        return machine < MEMORY_WARN_MB ? Finding.warn("memory", detail, remedy) : Finding.ok("memory", detail);
    }

    static Finding folder(Path data) throws IOException {
        if (!Files.isDirectory(data))
            return Finding.fail("folder", data + " is not there", "Name the data folder by REGULARS_DATA.");
        if (!Files.isWritable(data))
            return Finding.fail(
                    "folder", data + " cannot be written", "Run this as the account that runs the product.");
        var open = new ArrayList<String>();
        for (var name : CLOSED) if (isOpen(data.resolve(name))) open.add(name);
        if (open.isEmpty()) return Finding.ok("folder", data + " is closed to other accounts");
        return Finding.fail(
                "folder",
                data + ": other accounts may read " + String.join(", ", open),
                "Take their rights away: chmod -R o-rwx,g-rwx on what is named.");
    }

    private static boolean isOpen(Path path) throws IOException {
        if (!Files.exists(path)) return false;
        var rights = Files.getPosixFilePermissions(path);
        return rights.contains(PosixFilePermission.OTHERS_READ) || rights.contains(PosixFilePermission.GROUP_READ);
    }
}
