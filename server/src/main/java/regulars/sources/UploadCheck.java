package regulars.sources;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import regulars.sources.files.LineCounter;
import regulars.sources.files.TextScan;

/** Passes bytes on, bounds them, and sees on the way whether they are text in UTF-8. Used by one thread. */
final class UploadCheck extends FilterOutputStream {
    private final long most;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer decoded = CharBuffer.allocate(1 << 14);
    private final LineCounter lines = new LineCounter();
    private byte[] rest = new byte[0];
    private boolean utf8 = true;
    private long bytes;

    UploadCheck(OutputStream out, long most) {
        super(out);
        this.most = most;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        bytes += length;
        if (bytes > most) throw Uploads.tooLarge(most);
        if (utf8) {
            var input = ByteBuffer.allocate(rest.length + length)
                    .put(rest)
                    .put(source, offset, length)
                    .flip();
            decode(input, false);
            rest = new byte[input.remaining()];
            input.get(rest);
        }
        out.write(source, offset, length);
    }

    private void decode(ByteBuffer input, boolean last) {
        while (utf8) {
            decoded.clear();
            var result = decoder.decode(input, decoded, last);
            lines.count(decoded.array(), decoded.position());
            if (result.isError()) utf8 = false;
            if (result.isUnderflow()) return;
        }
    }

    /** To be called at the end of the bytes. */
    void complete() {
        decode(ByteBuffer.wrap(rest), true);
        if (bytes == 0) throw Uploads.empty();
    }

    long bytes() {
        return bytes;
    }

    boolean isUtf8() {
        return utf8 && lines.scan().isText();
    }

    /** What the text shows, when it is in UTF-8. */
    TextScan scan() {
        return lines.scan();
    }
}
