package regulars.sources;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import regulars.kernel.Fault;

/** Passes bytes on and sees that they are UTF-8 text of bounded size and bounded lines. Used by one thread. */
final class TextCheck extends FilterOutputStream {
    private static final int LONGEST_LINE = 1 << 20;

    private final long most;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer decoded = CharBuffer.allocate(1 << 14);
    private byte[] rest = new byte[0];
    private long bytes;
    private long lines;
    private long lineLength;

    TextCheck(OutputStream out, long most) {
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
        var input = ByteBuffer.allocate(rest.length + length)
                .put(rest)
                .put(source, offset, length)
                .flip();
        decode(input, false);
        rest = new byte[input.remaining()];
        input.get(rest);
        out.write(source, offset, length);
    }

    private void decode(ByteBuffer input, boolean last) {
        while (true) {
            decoded.clear();
            var result = decoder.decode(input, decoded, last);
            count(decoded.flip());
            if (result.isError()) throw notText();
            if (result.isUnderflow()) return;
        }
    }

    private void count(CharBuffer text) {
        while (text.hasRemaining()) {
            char one = text.get();
            if (one == 0) throw notText();
            lineLength = one == '\n' ? 0 : lineLength + 1;
            if (one == '\n') lines++;
            if (lineLength > LONGEST_LINE) {
                throw new Fault(
                        SourcesFault.FILE_BROKEN,
                        "Line " + (lines + 1) + " is longer than a million characters: this is not a table.");
            }
        }
    }

    private static Fault notText() {
        return new Fault(
                SourcesFault.FILE_NOT_UTF8,
                "The file is not text in UTF-8: save it as 'CSV UTF-8' and upload it again.");
    }

    /** To be called at the end of the bytes. */
    void complete() {
        decode(ByteBuffer.wrap(rest), true);
        if (lineLength > 0) lines++;
        if (bytes == 0) throw Uploads.empty();
    }

    long bytes() {
        return bytes;
    }

    /** Lines, a last one without an end too; rows with line breaks in them count as several. */
    long lines() {
        return lines;
    }
}
