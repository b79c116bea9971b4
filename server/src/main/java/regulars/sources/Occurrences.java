package regulars.sources;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Counts how often each text came in a file so far, in 12 bytes a distinct text. Two texts with the same 64 bits of
 * hash, one pair in a file of ten million with odds of three in a million, would count on together, which keeps their
 * numbers different and the same at each reading. Used by one thread.
 */
final class Occurrences {
    private long[] hashes = new long[1 << 10];
    private int[] counts = new int[1 << 10];
    private int used;

    /** A text's hash of 128 bits, as 32 hexadecimal digits. */
    static String hash(String text) {
        var digest = ByteBuffer.wrap(sha256(text));
        return HexFormat.of().toHexDigits(digest.getLong()) + HexFormat.of().toHexDigits(digest.getLong());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** 1 at the first time, then 2, and so on. */
    int next(String text) {
        long hash = ByteBuffer.wrap(sha256(text)).getLong();
        if (hash == 0) hash = 1; // 0 marks a free slot
        if (used * 2 > hashes.length) grow();
        int slot = slot(hashes, hash);
        if (hashes[slot] == 0) {
            hashes[slot] = hash;
            used++;
        }
        return ++counts[slot];
    }

    private void grow() {
        var oldHashes = hashes;
        var oldCounts = counts;
        hashes = new long[oldHashes.length * 2];
        counts = new int[oldHashes.length * 2];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] == 0) continue;
            int slot = slot(hashes, oldHashes[i]);
            hashes[slot] = oldHashes[i];
            counts[slot] = oldCounts[i];
        }
    }

    private static int slot(long[] table, long hash) {
        int slot = (int) (hash & (table.length - 1));
        while (table[slot] != 0 && table[slot] != hash) slot = (slot + 1) & (table.length - 1);
        return slot;
    }
}
