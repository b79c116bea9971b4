package regulars.content.html;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The text part of a mail, read off its HTML: headings and paragraphs apart, links with their addresses. */
final class PlainText {
    private static final Set<String> SKIPPED = Set.of("head", "style", "title");
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "table");
    private static final Set<String> LINES = Set.of("div", "tr", "li", "section", "header", "footer", "center");
    private static final Pattern SPACES = Pattern.compile("[ \\t\\r\\n\\u00a0\\u200c\\u00ad]+");

    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    /** With the tokens of hidden Liquid where they stood, those before and after the body included. */
    static String of(Element document) {
        var plain = new PlainText();
        plain.read(document);
        return plain.text.toString();
    }

    /** Joins what blank pieces of a rendered text leave behind. */
    static String tidy(String rendered) {
        var tidy = new StringBuilder(rendered.length() + 1);
        int breaks = 0;
        for (int start = 0; start <= rendered.length(); breaks++) {
            int end = rendered.indexOf('\n', start);
            if (end < 0) end = rendered.length();
            int from = start;
            int to = end;
            while (from < to && isBlank(rendered.charAt(from))) from++;
            while (to > from && isBlank(rendered.charAt(to - 1))) to--;
            if (from < to) {
                tidy.append("\n\n", 0, Math.min(breaks, 2)).append(rendered, from, to);
                breaks = 0;
            }
            start = end + 1;
        }
        return tidy.toString().strip() + "\n";
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private void read(Node node) {
        switch (node) {
            case TextNode words -> append(SPACES.matcher(words.getWholeText()).replaceAll(" "));
            case Comment comment ->
                text.append(comment.getData().startsWith("[if") ? "" : Shield.tokensOf(comment.getData()));
            case Element element -> element(element);
            default -> {}
        }
    }

    private void append(String words) {
        boolean spaced = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
        text.append(spaced ? words.stripLeading() : words);
    }

    private void element(Element element) {
        String name = element.normalName();
        if (SKIPPED.contains(name) || element.attr("style").replace(" ", "").contains("display:none")) {
            element.childNodes().forEach(child -> {
                if (child instanceof Comment) read(child);
            });
            return;
        }
        if (PARAGRAPHS.contains(name)) text.append("\n\n");
        else if (LINES.contains(name) || name.equals("br")) text.append('\n');
        if (name.equals("li")) text.append("- ");
        if (name.equals("img")) append(element.attr("alt"));
        for (var child : element.childNodes()) read(child);
        if (name.equals("a") && !element.attr("href").isBlank()) address(element.attr("href"));
        if (name.equals("td") || name.equals("th")) append(" ");
        if (PARAGRAPHS.contains(name)) text.append("\n\n");
    }

    private void address(String address) {
        append(" ");
        text.append('(').append(address).append(") ");
    }
}
