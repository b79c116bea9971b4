package regulars.channels.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

/** RFC 2045 quoted-printable for text whose line ends are CRLF; lines stay within 76 characters. */
final class QuotedPrintable {
    private static final int LONGEST = 75;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(UTF_8);

    private final byte[] in;
    private final ByteBuffer out;
    private int column;

    private QuotedPrintable(byte[] in) {
        this.in = in;
        this.out = new ByteBuffer(in.length + in.length / 8 + 64);
    }

    static byte[] encode(String text) {
        return new QuotedPrintable(text.getBytes(UTF_8)).encode();
    }

    private byte[] encode() {
        for (int i = 0; i < in.length; i++) {
            int c = in[i] & 0xff;
            if (c == '\r') {
                out.crlf();
                column = 0;
                i++;
            } else if (plain(c, i)) {
                room(1);
                out.put(c);
                column++;
            } else {
                escape(c);
            }
        }
        return out.bytes();
    }

    /** A blank at the end of a line would be lost on the way. */
    private boolean plain(int c, int at) {
        if (c == ' ' || c == '\t') return at + 1 < in.length && in[at + 1] != '\r';
        return c > ' ' && c < 0x7f && c != '=';
    }

    private void escape(int c) {
        room(3);
        out.put('=');
        out.put(HEX[c >> 4]);
        out.put(HEX[c & 15]);
        column += 3;
    }

    private void room(int width) {
        if (column + width <= LONGEST) return;
        out.put('=');
        out.crlf();
        column = 0;
    }
}
