package regulars.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who was erased and who wants nothing more, in a file beside the database: what a backup that is older cannot know. One
 * JSON object a line, keyed hashes and no addresses; appended and never changed. Safe for use by several threads.
 */
public final class StopJournal {
    /** In the data folder. */
    public static final String FILE = "stop-journal.jsonl";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Path restored;

    public StopJournal(Path data) {
        file = data.resolve(FILE);
        restored = data.resolve("restored");
    }

    /** A line: what it is about, since when it holds, and of which installation. */
    public interface Entry {
        String kind();

        Instant at();
    }

    /** On the disk when this returns, or when the transaction that it is part of has committed and before it answers. */
    public void add(Collection<? extends Entry> entries) {
        if (entries.isEmpty()) return;
        var lines = entries.stream().map(JSON::writeValueAsString).toList();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            write(lines);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                write(lines);
            }
        });
    }

    /** Those of a kind, the oldest first. */
    public <T extends Entry> List<T> read(String kind, Class<T> type) {
        var found = new ArrayList<T>();
        for (JsonNode line : lines(file)) {
            if (line.path("kind").asString("").equals(kind)) found.add(JSON.treeToValue(line, type));
        }
        return found;
    }

    /** Says that an older state of the database was brought back: the next start repeats what it does not know. */
    public void markRestored() throws IOException {
        Files.writeString(restored, "");
    }

    public boolean isRestored() {
        return Files.exists(restored);
    }

    /** All was repeated. */
    public void settle() {
        try {
            Files.deleteIfExists(restored);
        } catch (IOException e) {
            throw new UncheckedIOException("the mark of a restore cannot be taken away: " + restored, e);
        }
    }

    /** How many lines are of later than that. */
    public int countSince(Instant moment) {
        return (int) lines(file).stream()
                .filter(line -> Instant.parse(line.path("at").asString()).isAfter(moment))
                .count();
    }

    /** Adds the lines of another copy that this one lacks. */
    public void merge(Path other) throws IOException {
        var known = new LinkedHashSet<>(texts(file));
        write(texts(other).stream().filter(line -> !known.contains(line)).toList());
    }

    private synchronized void write(List<String> lines) {
        if (lines.isEmpty()) return;
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var text = (endsWhole(channel) ? "" : "\n") + String.join("\n", lines) + "\n";
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            channel.position(channel.size());
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("what must outlive the database could not be written to " + file, e);
        }
    }

    /** False after a write that was cut off. */
    private static boolean endsWhole(FileChannel channel) throws IOException {
        if (channel.size() == 0) return true;
        var last = ByteBuffer.allocate(1);
        channel.read(last, channel.size() - 1);
        return last.get(0) == '\n';
    }

    private static List<JsonNode> lines(Path file) {
        var nodes = new ArrayList<JsonNode>();
        for (String line : texts(file)) {
            try {
                var node = JSON.readTree(line);
                if (node.isObject()) nodes.add(node);
            } catch (JacksonException e) {
                continue; // cut off by a crash: what it was about was never acknowledged
            }
        }
        return nodes;
    }

    private static List<String> texts(Path file) {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .filter(line -> !line.isBlank())
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("what must outlive the database could not be read from " + file, e);
        }
    }
}
