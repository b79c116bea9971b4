package regulars.channels.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** A growing array of bytes without locks. For one thread. */
final class ByteBuffer {
    private byte[] bytes;
    private int size;

    ByteBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    void put(int b) {
        if (size == bytes.length) grow(1);
        bytes[size++] = (byte) b;
    }

    void put(byte[] more) {
        if (size + more.length > bytes.length) grow(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    void put(String text) {
        put(text.getBytes(UTF_8));
    }

    void crlf() {
        put('\r');
        put('\n');
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void grow(int atLeast) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + atLeast));
    }
}
