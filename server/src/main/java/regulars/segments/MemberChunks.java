package regulars.segments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;

/** Bitmaps as bytes, cut so that a change rewrites only what it touches: at most 128 KB a million customers. */
final class MemberChunks {
    private static final int BITS = 20;

    private MemberChunks() {}

    static int of(int customer) {
        return customer >>> BITS;
    }

    /** The parts of a bitmap by chunk, without the empty ones. */
    static Map<Integer, RoaringBitmap> cut(RoaringBitmap members) {
        Map<Integer, RoaringBitmap> chunks = new TreeMap<>();
        var cursor = members.getIntIterator();
        while (cursor.hasNext()) {
            int chunk = of(cursor.peekNext());
            chunks.put(chunk, part(members, chunk));
            cursor.advanceIfNeeded((chunk + 1) << BITS);
        }
        return chunks;
    }

    static RoaringBitmap part(RoaringBitmap members, int chunk) {
        var part = RoaringBitmap.bitmapOfRange((long) chunk << BITS, (chunk + 1L) << BITS);
        part.and(members);
        return part;
    }

    static byte[] bytes(RoaringBitmap members) {
        members.runOptimize();
        var bytes = ByteBuffer.allocate(members.serializedSizeInBytes());
        members.serialize(bytes);
        return bytes.array();
    }

    static RoaringBitmap bitmap(byte[] bytes) {
        var members = new RoaringBitmap();
        try {
            members.deserialize(ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("a stored bitmap is damaged", e);
        }
        return members;
    }
}
