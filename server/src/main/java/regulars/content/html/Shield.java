package regulars.content.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import regulars.content.liquid.LiquidCheck;
import regulars.content.liquid.LiquidError;
import regulars.content.liquid.LiquidProgram;
import regulars.content.liquid.Piece;

/**
 * Keeps Liquid out of the sight of XML and HTML parsers, which would move or escape it: each piece becomes a token of private
 * characters, or a comment where text is not allowed (between the rows of a table), and is put back at the end.
 */
final class Shield {
    private static final char OPEN = '\uE000';
    private static final char CLOSE = '\uE001';
    private static final Pattern OWN = Pattern.compile("[\uE000\uE001]");
    private static final Pattern TOKEN =
            Pattern.compile("<!--\uE000([LEPX]?)(\\d*)\uE001-->|\uE000([LEPX]?)(\\d*)\uE001");

    private final List<Piece> hidden = new ArrayList<>();
    private final List<Boolean> afterCase = new ArrayList<>();

    /** The source with each piece of Liquid as a token. */
    String hide(List<Piece> pieces) {
        var shielded = new StringBuilder();
        boolean inCase = false;
        for (var piece : pieces) {
            if (piece instanceof Piece.Text text) {
                shielded.append(OWN.matcher(text.text()).replaceAll(""));
                continue;
            }
            shielded.append(OPEN).append(hidden.size()).append(CLOSE);
            hidden.add(piece);
            afterCase.add(inCase);
            inCase = piece instanceof Piece.Tag tag && tag.name().equals("case");
        }
        return shielded.toString();
    }

    /** Refuses a text from which a compiler dropped a piece, for it would silently not work. */
    void requireAll(String compiled) {
        for (int i = 0; i < hidden.size(); i++) {
            if (compiled.indexOf("" + OPEN + i + CLOSE) < 0)
                throw new LiquidError(
                        hidden.get(i).line(),
                        "Liquid between MJML elements would be lost: put it into <mj-raw> or inside of a text or button.");
        }
    }

    /** Tokens standing where an HTML parser would move text (between tags) become comments. */
    String settle(String shielded) {
        var settled = new StringBuilder(shielded.length() + 64);
        var place = new Place();
        for (int i = 0; i < shielded.length(); i++) {
            char c = shielded.charAt(i);
            if (c == OPEN && place.between()) settled.append("<!--");
            settled.append(c);
            if (c == CLOSE && place.between()) settled.append("-->");
            if (c != OPEN && c != CLOSE) place.read(shielded, i);
        }
        return settled.toString();
    }

    /** Puts Liquid back, as our engine is to read it. */
    String reveal(String text, boolean html) {
        return TOKEN.matcher(text).replaceAll(token -> {
            boolean comment = token.group(2) != null;
            String kind = comment ? token.group(1) : token.group(3);
            String number = comment ? token.group(2) : token.group(4);
            return Matcher.quoteReplacement(revealed(kind, number, html));
        });
    }

    private String revealed(String kind, String number, boolean html) {
        String block = html ? "link_to" : "text_link_to";
        return switch (kind) {
            case "L" -> "{% " + block + " " + number + " %}";
            case "E" -> "{% end" + block + " %}";
            case "P" -> "{{ " + MailCompiler.PREHEADER + " | html_output }}";
            case "X" -> "{{ " + MailCompiler.PIXEL + " | text_output }}";
            default ->
                number.isEmpty() || Integer.parseInt(number) >= hidden.size()
                        ? ""
                        : LiquidProgram.write(
                                hidden.get(Integer.parseInt(number)), html, afterCase.get(Integer.parseInt(number)));
        };
    }

    /** Whether blocks end among the element's children that did not begin there. */
    boolean closesMore(Element element) {
        int depth = 0;
        for (var child : element.childNodes()) {
            if (!(child instanceof Comment comment)) continue;
            var token = TOKEN.matcher(comment.getData());
            if (!token.find() || token.group(4).isEmpty()) continue;
            if (hidden.get(Integer.parseInt(token.group(4))) instanceof Piece.Tag tag) depth += LiquidCheck.depth(tag);
            if (depth < 0) return true;
        }
        return false;
    }

    /** The tokens within, in order: what of a comment or an address is Liquid. */
    static String tokensOf(String text) {
        var tokens = new StringBuilder();
        var found = TOKEN.matcher(text);
        while (found.find()) tokens.append(found.group());
        return tokens.toString();
    }

    static boolean hasToken(String text) {
        return text.indexOf(OPEN) >= 0;
    }

    static String preheader() {
        return OPEN + "P" + CLOSE;
    }

    static String pixel() {
        return OPEN + "X" + CLOSE;
    }

    static String link(int number, String address) {
        return "" + OPEN + "L" + number + CLOSE + address + OPEN + "E" + CLOSE;
    }

    /** Where in HTML a character stands: between tags, within one, in a comment, or in text that is not parsed. */
    private static final class Place {
        private static final List<String> UNPARSED = List.of("style", "script", "title", "textarea", "xmp", "noframes");
        private boolean tag;
        private boolean comment;
        private char quote;
        private String unparsed = "";
        private int tagStart;

        boolean between() {
            return !tag && !comment && unparsed.isEmpty();
        }

        void read(String text, int i) {
            char c = text.charAt(i);
            if (comment) comment = !(c == '>' && text.startsWith("--", Math.max(0, i - 2)));
            else if (tag) readTag(text, i, c);
            else if (!unparsed.isEmpty())
                unparsed = text.regionMatches(true, i, "</" + unparsed, 0, unparsed.length() + 2) ? "" : unparsed;
            if (!comment && !tag && unparsed.isEmpty() && c == '<') open(text, i);
        }

        private void open(String text, int i) {
            comment = text.startsWith("<!--", i);
            tag = !comment
                    && i + 1 < text.length()
                    && (Character.isLetter(text.charAt(i + 1)) || "/!?".indexOf(text.charAt(i + 1)) >= 0);
            quote = 0;
            tagStart = i;
        }

        private void readTag(String text, int i, char c) {
            if (quote != 0) quote = c == quote ? 0 : quote;
            else if (c == '"' || c == '\'') quote = c;
            else if (c == '>') {
                tag = false;
                String opened = text.substring(tagStart + 1, i).toLowerCase(Locale.ROOT);
                unparsed = UNPARSED.stream()
                        .filter(name -> opened.equals(name) || opened.startsWith(name + " "))
                        .findFirst()
                        .orElse("");
            }
        }
    }
}
