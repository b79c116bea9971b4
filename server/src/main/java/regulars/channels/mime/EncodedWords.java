package regulars.channels.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** RFC 2047: any text in a header as base64 words of at most 75 characters, never cutting a character in two. */
final class EncodedWords {
    private static final int MOST_BYTES = 45;
    private static final String FOLD = "\r\n ";

    private EncodedWords() {}

    /** {@code column} is where the first word begins on its line; the others have lines of their own. */
    static String encode(String text, int column) {
        var words = new StringBuilder();
        int start = 0;
        int bytes = Math.min(MOST_BYTES - 4, column);
        for (int i = 0; i < text.length(); ) {
            int size = Character.charCount(text.codePointAt(i));
            int width = utf8Width(text.codePointAt(i));
            if (bytes + width > MOST_BYTES) {
                append(words, text.substring(start, i));
                start = i;
                bytes = 0;
            }
            bytes += width;
            i += size;
        }
        append(words, text.substring(start));
        return words.toString();
    }

    private static void append(StringBuilder words, String piece) {
        if (!words.isEmpty()) words.append(FOLD);
        words.append("=?UTF-8?B?")
                .append(Base64.getEncoder().encodeToString(piece.getBytes(UTF_8)))
                .append("?=");
    }

    private static int utf8Width(int c) {
        if (c < 0x80) return 1;
        if (c < 0x800) return 2;
        return c < 0x10000 ? 3 : 4;
    }
}
