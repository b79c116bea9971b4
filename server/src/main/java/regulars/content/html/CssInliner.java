package regulars.content.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/**
 * Moves style rules onto the elements they meet, as mail programs without style sheets need it. Media queries and rules for
 * states such as {@code :hover} stay where they are.
 */
final class CssInliner {
    private static final Pattern IDS = Pattern.compile("#[\\w-]+");
    private static final Pattern CLASSES = Pattern.compile("\\.[\\w-]+|\\[[^]]*]");
    private static final Pattern ELEMENTS = Pattern.compile("(?:^|[\\s>+~])[A-Za-z][\\w-]*");

    private final Map<Element, List<Met>> met = new LinkedHashMap<>();
    private int order;

    private record Met(int importance, int specificity, int order, String property, String value) {}

    private CssInliner() {}

    /** Inlines every style sheet of the document. */
    static void inline(Document document) {
        var inliner = new CssInliner();
        for (var style : document.select("style")) {
            var sheet = Stylesheet.parse(style.data());
            var kept = new StringBuilder(sheet.atRules());
            for (var rule : sheet.rules())
                if (!inliner.meet(document, rule))
                    kept.append('\n')
                            .append(rule.selector())
                            .append(" { ")
                            .append(rule.declarations())
                            .append(" }");
            if (kept.toString().isBlank()) style.remove();
            else style.empty().appendChild(new DataNode(kept.toString()));
        }
        inliner.apply();
    }

    /** Inlines these rules only, whatever the document's own style sheets say. */
    static void inline(Document document, String css) {
        var inliner = new CssInliner();
        for (var rule : Stylesheet.parse(css).rules()) inliner.meet(document, rule);
        inliner.apply();
    }

    private boolean meet(Document document, Stylesheet.Rule rule) {
        if (rule.selector().contains(":") || Shield.hasToken(rule.selector())) return false;
        List<Element> elements;
        try {
            elements = document.select(rule.selector());
        } catch (Selector.SelectorParseException | IllegalArgumentException e) {
            return false;
        }
        int specificity = specificity(rule.selector());
        for (String declaration : declarations(rule.declarations())) {
            int colon = declaration.indexOf(':');
            if (colon < 1) continue;
            String value = declaration.substring(colon + 1).strip();
            boolean important = value.toLowerCase(Locale.ROOT).endsWith("!important");
            var found = new Met(
                    important ? 1 : 0,
                    specificity,
                    order++,
                    declaration.substring(0, colon).strip(),
                    value);
            for (var element : elements)
                met.computeIfAbsent(element, _ -> new ArrayList<>()).add(found);
        }
        return true;
    }

    private void apply() {
        met.forEach((element, found) -> {
            if (element.parent() == null || element.closest("head") != null) return;
            found.sort(Comparator.comparingInt(Met::importance)
                    .thenComparingInt(Met::specificity)
                    .thenComparingInt(Met::order));
            Map<String, String> styles = new LinkedHashMap<>();
            for (var one : found) if (one.importance() == 0) put(styles, one.property(), one.value());
            for (String own : declarations(element.attr("style"))) {
                int colon = own.indexOf(':');
                if (colon > 0)
                    put(
                            styles,
                            own.substring(0, colon).strip(),
                            own.substring(colon + 1).strip());
                else put(styles, own, "");
            }
            for (var one : found) if (one.importance() == 1) put(styles, one.property(), one.value());
            var style = new StringBuilder();
            styles.forEach((name, value) -> style.append(style.isEmpty() ? "" : "; ")
                    .append(name)
                    .append(value.isEmpty() ? "" : ": ")
                    .append(value));
            element.attr("style", style.toString());
        });
    }

    /** A later declaration also comes later in the text, so that a shorthand and its parts override in order. */
    private static void put(Map<String, String> styles, String name, String value) {
        styles.remove(name);
        styles.put(name, value);
    }

    /** Splits at semicolons outside of quotes and brackets, so that {@code url(data:…;…)} stays whole. */
    private static List<String> declarations(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ';' : text.charAt(i);
            if (i < text.length() && quote != 0) quote = c == quote ? 0 : quote;
            else if (c == '"' || c == '\'') quote = c;
            else if (c == '(') depth++;
            else if (c == ')') depth--;
            if (i == text.length() || c == ';' && depth <= 0 && quote == 0) {
                if (!text.substring(start, i).isBlank())
                    parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        return parts;
    }

    private static int specificity(String selector) {
        return count(IDS, selector) * 10_000 + count(CLASSES, selector) * 100 + count(ELEMENTS, selector);
    }

    private static int count(Pattern pattern, String text) {
        return (int) pattern.matcher(text).results().count();
    }
}
