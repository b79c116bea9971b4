package regulars.sources;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import regulars.sources.files.TableRow;

/**
 * The rows that the last import of a source took, in their order: of each a hash of 128 bits and whom and what it spoke
 * of. A row that comes again where it is expected says nothing new, and no table is asked about it. Rows that were added
 * or changed go the whole way, rows that were removed are passed over. Used by one thread.
 */
final class Trail {
    static final int ENTRY = 24;
    private static final int HASH = 16;
    private static final int FURTHEST = 64;
    private static final int COMPACT = 1 << 20;

    /** Nobody has taken anything yet. */
    static Trail none() {
        return new Trail(block -> null);
    }

    private final IntFunction<byte @Nullable []> blocks;
    private final MessageDigest digest;
    private byte[] window = new byte[0];
    private int at;
    private int nextBlock;
    private long passed;
    private boolean over;

    /** @param blocks by number from 0; null behind the last */
    Trail(IntFunction<byte @Nullable []> blocks) {
        this.blocks = blocks;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * Whom and what a row spoke of.
     *
     * @param customer 0 when it is nobody; so with {@code order}
     */
    record Mark(int customer, int order) {}

    /** Whom and what the rows of a block spoke of. */
    static void marks(byte[] block, Consumer<Mark> each) {
        var numbers = ByteBuffer.wrap(block);
        for (int at = HASH; at < block.length; at += ENTRY) {
            each.accept(new Mark(numbers.getInt(at), numbers.getInt(at + Integer.BYTES)));
        }
    }

    byte[] hash(TableRow row) {
        for (String field : row.fields()) {
            digest.update(field.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0x1f);
        }
        return Arrays.copyOf(digest.digest(), HASH);
    }

    /** What the rows spoke of, when they came like this before, one behind the other; null when they are new. */
    @Nullable
    List<Mark> follow(List<byte[]> hashes) {
        for (int skipped = 0; skipped < FURTHEST; skipped++) {
            if (!has(skipped + hashes.size())) return null;
            if (!matches(skipped, hashes)) continue;
            passed += skipped;
            at += skipped * ENTRY;
            var marks = new ArrayList<Mark>(hashes.size());
            for (int i = 0; i < hashes.size(); i++) {
                var numbers = ByteBuffer.wrap(window, at + HASH, ENTRY - HASH);
                marks.add(new Mark(numbers.getInt(), numbers.getInt()));
                at += ENTRY;
                passed++;
            }
            return marks;
        }
        return null;
    }

    /** How many entries lie behind. */
    long passed() {
        return passed;
    }

    private boolean matches(int skipped, List<byte[]> hashes) {
        int from = at + skipped * ENTRY;
        for (byte[] hash : hashes) {
            if (!Arrays.equals(window, from, from + HASH, hash, 0, HASH)) return false;
            from += ENTRY;
        }
        return true;
    }

    private boolean has(int entries) {
        while (window.length - at < entries * ENTRY) {
            var block = over ? null : blocks.apply(nextBlock++);
            if (block == null) {
                over = true;
                return false;
            }
            int kept = window.length - at;
            boolean compact = at >= COMPACT || kept == 0;
            int start = compact ? at : 0;
            var wider = Arrays.copyOfRange(window, start, window.length + block.length);
            System.arraycopy(block, 0, wider, window.length - start, block.length);
            window = wider;
            at -= start;
        }
        return true;
    }
}
