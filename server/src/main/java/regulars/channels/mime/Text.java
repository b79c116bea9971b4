package regulars.channels.mime;

/** What happens to text before it is encoded: no control character survives in a header, all line ends are CRLF. */
final class Text {
    private Text() {}

    /** For headers written by people (subject, names): controls and line breaks become spaces. */
    static String oneLine(String text) {
        if (text.chars().noneMatch(Text::breaking)) return text;
        var line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> line.appendCodePoint(breaking(c) ? ' ' : c));
        return line.toString();
    }

    private static boolean breaking(int c) {
        return c < ' ' || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7e) return false;
        }
        return true;
    }

    static String withCrlf(String text) {
        var lines = new StringBuilder(text.length() + 64);
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\r' && c != '\n') continue;
            lines.append(text, start, i).append("\r\n");
            boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (pair) i++;
            start = i + 1;
        }
        return lines.append(text, start, text.length()).toString();
    }
}
