package regulars.content.liquid;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import liqp.Insertion;
import liqp.Insertions;
import liqp.Template;
import liqp.TemplateContext;
import liqp.TemplateParser;
import liqp.exceptions.LiquidException;
import liqp.filters.Filters;
import liqp.nodes.LNode;
import liqp.parser.Flavor;
import liqp.parser.v4.NodeVisitor;

/**
 * A template parsed once. Safe for use by several threads: the library keeps some of what a rendering looks up in its nodes,
 * so each rendering has nodes and a context of its own while it runs. Making the nodes of the (unchanging) parse tree costs
 * more than rendering them, so they are kept for the next one; those of a rendering that failed are not.
 */
public final class LiquidProgram {
    private static final Pattern RAW = Pattern.compile("\\|\\s*" + RawFilter.NAME + "\\s*$");
    private static final TemplateParser PARSER = parser();

    private final Template template;
    private final Queue<LNode> spare = new ConcurrentLinkedQueue<>();

    private LiquidProgram(Template template) {
        this.template = template;
    }

    /** @param pieces checked by {@link LiquidCheck} */
    public static LiquidProgram compile(List<Piece> pieces, boolean html) {
        var source = new StringBuilder();
        boolean afterCase = false;
        for (var piece : pieces) {
            source.append(write(piece, html, afterCase));
            if (piece instanceof Piece.Tag tag) afterCase = tag.name().equals("case");
        }
        return parse(source.toString());
    }

    /** @param source made by {@link #write}, in one or several stretches */
    public static LiquidProgram parse(String source) {
        try {
            return new LiquidProgram(PARSER.parse(source));
        } catch (RuntimeException | StackOverflowError e) {
            throw new LiquidError(lineBefore(source, e), "This cannot be read as Liquid: " + reason(e), e);
        }
    }

    /** A piece as our engine is to read it: marked with its line, its output escaped. */
    public static String write(Piece piece, boolean html, boolean afterCase) {
        return switch (piece) {
            case Piece.Text text -> text.text();
            case Piece.Raw raw -> "{% raw %}" + raw.text() + "{% endraw %}";
            case Piece.Output output -> {
                boolean escape = html && !RAW.matcher(output.expression()).find();
                yield at(output.line(), output.trimLeft(), afterCase)
                        + open("{{", output.trimLeft())
                        + output.expression()
                        + " | "
                        + (escape ? HtmlOutput.NAME : TextOutput.NAME)
                        + close("}}", output.trimRight());
            }
            case Piece.Tag tag ->
                (STARTS.contains(tag.name()) ? at(tag.line(), tag.trimLeft(), afterCase) : "")
                        + open("{%", tag.trimLeft())
                        + tag.name()
                        + " "
                        + tag.arguments()
                        + close("%}", tag.trimRight());
        };
    }

    private static final List<String> STARTS = List.of("if", "unless", "case", "for", "tablerow", "assign", "capture");

    private static String at(int line, boolean trimLeft, boolean afterCase) {
        return afterCase ? "" : open("{%", trimLeft) + LineTag.NAME + " " + line + " %}";
    }

    private static String open(String mark, boolean trim) {
        return mark + (trim ? "- " : " ");
    }

    private static String close(String mark, boolean trim) {
        return (trim ? " -" : " ") + mark;
    }

    public String render(Map<String, Object> model, LinkTracker links, Locale locale, String currency) {
        var state = new RenderState(links, locale, currency);
        var variables = new LinkedHashMap<>(model);
        variables.put(RenderState.KEY, state);
        try {
            var context = new TemplateContext(PARSER, variables);
            var kept = spare.poll();
            var nodes = kept == null ? new NodeVisitor(INSERTIONS, FILTERS, true).visit(template.getParseTree()) : kept;
            String rendered = String.valueOf(nodes.render(context));
            if (state.exceeded() != null) throw state.exceeded();
            spare.add(nodes);
            return rendered;
        } catch (LiquidError e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            if (state.exceeded() != null) throw state.exceeded();
            throw new LiquidError(state.line(), reason(e), e);
        }
    }

    private static final Filters FILTERS = Filters.of(Filtering.all());
    private static final Insertions INSERTIONS = insertions();

    /** What the library brings, without what reads files. */
    private static Insertions insertions() {
        var own = List.<Insertion>of(new LineTag(), new LinkBlock(true), new LinkBlock(false));
        var harmless =
                Flavor.LIQUID.getInsertions().values().stream().filter(known -> !known.name.startsWith("include"));
        return Insertions.of(Stream.concat(harmless, own.stream()).toList());
    }

    private static TemplateParser parser() {
        var builder = new TemplateParser.Builder()
                .withFlavor(Flavor.LIQUID)
                .withErrorMode(TemplateParser.ErrorMode.STRICT)
                .withStrictTypedExpressions(false)
                .withNameResolver(name -> {
                    throw new LiquidError(0, "A template cannot include \"" + name + "\".");
                })
                .withMaxIterations(Limits.ITERATIONS)
                .withMaxSizeRenderedString(Limits.OUTPUT_CHARS)
                .withMaxTemplateSizeBytes(4L * Limits.SOURCE_CHARS)
                .withBlock(new LinkBlock(true))
                .withBlock(new LinkBlock(false))
                .withTag(new LineTag());
        for (var filter : Filtering.all()) builder = builder.withFilter(filter);
        return builder.build();
    }

    private static int lineBefore(String source, Throwable error) {
        if (!(error instanceof LiquidException bad)) return 1;
        var lines = source.lines().limit(Math.max(1, bad.line)).toList();
        var marks = Pattern.compile(LineTag.NAME + " (\\d+) ").matcher(String.join("\n", lines));
        int last = 1;
        while (marks.find()) last = Integer.parseInt(marks.group(1));
        return last;
    }

    private static String reason(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) cause = cause.getCause();
        String message = cause instanceof StackOverflowError ? "nested too deeply" : String.valueOf(cause.getMessage());
        return message.length() > 200 ? message.substring(0, 200) + "…" : message;
    }
}
