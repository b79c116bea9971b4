package regulars.content.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The rules of a style sheet in order, and the at-rules beside them. */
record Stylesheet(List<Rule> rules, String atRules) {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|<!--|-->", Pattern.DOTALL);
    private static final int MOST_RULES = 2_000;

    /** One selector with its declarations, as written. */
    record Rule(String selector, String declarations) {}

    static Stylesheet parse(String css) {
        String text = COMMENT.matcher(css).replaceAll("");
        List<Rule> rules = new ArrayList<>();
        var atRules = new StringBuilder();
        int at = 0;
        while (at < text.length() && rules.size() < MOST_RULES) {
            int open = text.indexOf('{', at);
            int end = text.indexOf(';', at);
            String head = open < 0 ? text.substring(at) : text.substring(at, open);
            if (head.stripLeading().startsWith("@") && end >= 0 && (open < 0 || end < open)) {
                at = end + 1; // @import and @charset: nothing is fetched from a mail
                continue;
            }
            if (open < 0) break;
            int close = closing(text, open);
            if (head.strip().startsWith("@"))
                atRules.append(text, at, close + 1).append('\n');
            else
                for (String selector : head.split(","))
                    rules.add(new Rule(
                            selector.strip(), text.substring(open + 1, close).strip()));
            at = close + 1;
        }
        return new Stylesheet(List.copyOf(rules), atRules.toString().strip());
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            if (text.charAt(i) == '{') depth++;
            if (text.charAt(i) == '}' && --depth == 0) return i;
        }
        return text.length() - 1;
    }
}
