package regulars.content.liquid;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Lets only known tags and filters through, properly nested, and lists the names a template asks for. */
public final class LiquidCheck {
    private static final Map<String, String> BLOCKS = Map.of(
            "if",
            "endif",
            "unless",
            "endunless",
            "case",
            "endcase",
            "for",
            "endfor",
            "capture",
            "endcapture",
            "tablerow",
            "endtablerow",
            "ifchanged",
            "endifchanged");
    private static final Set<String> INSIDE = Set.of("elsif", "else", "when");
    private static final Set<String> PLAIN = Set.of("assign", "increment", "decrement", "cycle", "break", "continue");
    private static final Set<String> WORDS = Set.of(
            "and",
            "or",
            "contains",
            "in",
            "true",
            "false",
            "nil",
            "null",
            "empty",
            "blank",
            "limit",
            "offset",
            "cols",
            "reversed",
            "forloop",
            "tablerowloop",
            "continue");
    private static final Pattern STRINGS = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern FILTER = Pattern.compile("\\|\\s*([A-Za-z_][\\w]*)?");
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w.\\]])[A-Za-z_][\\w-]*(?:\\.[A-Za-z_][\\w-]*)*(?!\\s*:)");
    private static final Pattern MADE = Pattern.compile("^([A-Za-z_][\\w-]*)");

    private final Deque<Piece.Tag> open = new ArrayDeque<>();
    private final Map<String, Integer> names = new LinkedHashMap<>();
    private final Set<String> made = new LinkedHashSet<>();

    private LiquidCheck() {}

    /** The names asked for and not made by the template itself, each with the line of its first use. */
    public static Map<String, Integer> check(List<Piece> pieces) {
        var check = new LiquidCheck();
        for (var piece : pieces) {
            switch (piece) {
                case Piece.Output output -> check.expression(output.expression(), output.line());
                case Piece.Tag tag -> check.tag(tag);
                case Piece.Text _, Piece.Raw _ -> {}
            }
        }
        if (!check.open.isEmpty()) {
            var tag = check.open.peek();
            throw new LiquidError(tag.line(), "\"" + tag.name() + "\" is never closed.");
        }
        check.names.keySet().removeIf(name -> check.made.contains(root(name)));
        return check.names;
    }

    /** 1 for a tag that opens a block, -1 for one that closes it. */
    public static int depth(Piece.Tag tag) {
        if (BLOCKS.containsKey(tag.name())) return 1;
        return BLOCKS.containsValue(tag.name()) ? -1 : 0;
    }

    private void tag(Piece.Tag tag) {
        if (BLOCKS.containsKey(tag.name())) {
            if (open.size() >= Limits.DEPTH)
                throw new LiquidError(tag.line(), "Blocks are nested deeper than " + Limits.DEPTH + ".");
            open.push(tag);
        } else if (BLOCKS.containsValue(tag.name())) {
            if (open.isEmpty() || !tag.name().equals(BLOCKS.get(open.pop().name())))
                throw new LiquidError(tag.line(), "\"" + tag.name() + "\" closes nothing here.");
        } else if (INSIDE.contains(tag.name()) ? open.isEmpty() : !PLAIN.contains(tag.name())) {
            throw new LiquidError(tag.line(), "There is no tag \"" + tag.name() + "\" here.");
        }
        if (Set.of("assign", "capture", "for", "tablerow", "increment", "decrement")
                .contains(tag.name())) makes(tag.arguments());
        expression(tag.arguments(), tag.line());
    }

    private void makes(String arguments) {
        var name = MADE.matcher(
                STRINGS.matcher(arguments).replaceAll(text -> text.group().replaceAll("['\"]", "")));
        if (name.find()) made.add(name.group(1));
    }

    private void expression(String text, int line) {
        String bare = STRINGS.matcher(text).replaceAll("''");
        var filters = FILTER.matcher(bare);
        while (filters.find()) {
            String name = filters.group(1);
            if (name == null || !Filtering.ALLOWED.contains(name))
                throw new LiquidError(line, "There is no filter \"" + (name == null ? "" : name) + "\".");
        }
        var found = NAME.matcher(FILTER.matcher(bare).replaceAll("|"));
        while (found.find()) if (!WORDS.contains(root(found.group()))) names.putIfAbsent(found.group(), line);
    }

    private static String root(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
