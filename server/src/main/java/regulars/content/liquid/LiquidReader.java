package regulars.content.liquid;

import java.util.ArrayList;
import java.util.List;

/** Cuts a source into pieces, so that Liquid can be checked, numbered by line and kept away from HTML parsers. */
public final class LiquidReader {
    private final String source;
    private final List<Piece> pieces = new ArrayList<>();
    private int at;
    private int line = 1;

    private LiquidReader(String source) {
        this.source = source;
    }

    public static List<Piece> read(String source) {
        if (source.length() > Limits.SOURCE_CHARS)
            throw new LiquidError(1, "The template is longer than " + Limits.SOURCE_CHARS + " characters.");
        return new LiquidReader(source).read();
    }

    private List<Piece> read() {
        while (at < source.length()) {
            if (pieces.size() > Limits.PIECES)
                throw new LiquidError(line, "The template has more than " + Limits.PIECES + " pieces.");
            if (source.startsWith("{{", at)) output();
            else if (source.startsWith("{%", at)) tag();
            else text();
        }
        return List.copyOf(pieces);
    }

    private void text() {
        int end = at + 1;
        while (end < source.length() && !source.startsWith("{{", end) && !source.startsWith("{%", end)) end++;
        pieces.add(new Piece.Text(source.substring(at, end), line));
        move(end);
    }

    private void output() {
        int started = line;
        int end = closing("}}");
        var inside = new Inside(source.substring(at + 2, end));
        pieces.add(new Piece.Output(inside.body(), started, inside.trimLeft(), inside.trimRight()));
        move(end + 2);
    }

    private void tag() {
        int started = line;
        int end = closing("%}");
        var inside = new Inside(source.substring(at + 2, end));
        move(end + 2);
        String name = inside.name();
        switch (name) {
            case "comment" -> move(endOf("endcomment", started)[1]);
            case "raw" -> {
                int[] stop = endOf("endraw", started);
                pieces.add(new Piece.Raw(source.substring(at, stop[0]), started));
                move(stop[1]);
            }
            default ->
                pieces.add(new Piece.Tag(
                        name,
                        inside.body().substring(name.length()).strip(),
                        started,
                        inside.trimLeft(),
                        inside.trimRight()));
        }
    }

    /** Where the closing mark of the piece begun at {@link #at} stands; marks inside quotes do not count. */
    private int closing(String mark) {
        char quote = 0;
        for (int i = at + 2; i < source.length(); i++) {
            char c = source.charAt(i);
            if (quote == 0 && source.startsWith(mark, i)) return limited(i);
            if (quote == 0 && (c == '"' || c == '\'')) quote = c;
            else if (c == quote) quote = 0;
        }
        throw new LiquidError(line, "\"" + source.substring(at, at + 2) + "\" is never closed by \"" + mark + "\".");
    }

    private int limited(int end) {
        if (end - at > Limits.EXPRESSION_CHARS)
            throw new LiquidError(line, "An expression is longer than " + Limits.EXPRESSION_CHARS + " characters.");
        return end;
    }

    private int[] endOf(String closing, int started) {
        int from = at;
        while (true) {
            int open = source.indexOf("{%", from);
            int close = open < 0 ? -1 : source.indexOf("%}", open);
            if (close < 0) throw new LiquidError(started, "\"{% " + closing + " %}\" is missing.");
            if (new Inside(source.substring(open + 2, close)).name().equals(closing))
                return new int[] {open, close + 2};
            from = open + 2;
        }
    }

    private void move(int to) {
        for (int i = at; i < to; i++) if (source.charAt(i) == '\n') line++;
        at = to;
    }

    /** What stands between the marks, without the dashes that strip white space. */
    private record Inside(String body, boolean trimLeft, boolean trimRight) {
        Inside(String text) {
            this(
                    text.substring(
                                    text.startsWith("-") ? 1 : 0,
                                    text.length() - (text.endsWith("-") && text.length() > 1 ? 1 : 0))
                            .strip(),
                    text.startsWith("-"),
                    text.endsWith("-"));
        }

        String name() {
            int end = 0;
            while (end < body.length() && (Character.isLetterOrDigit(body.charAt(end)) || body.charAt(end) == '_'))
                end++;
            return body.substring(0, end);
        }
    }
}
