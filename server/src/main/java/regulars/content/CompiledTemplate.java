package regulars.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import regulars.content.html.CompiledMail;
import regulars.content.html.MailCompiler;
import regulars.content.liquid.HtmlText;
import regulars.content.liquid.LinkTracker;
import regulars.content.liquid.LiquidCheck;
import regulars.content.liquid.LiquidError;
import regulars.content.liquid.LiquidProgram;
import regulars.content.liquid.LiquidReader;
import regulars.kernel.Fault;

/** A version of a template, parsed and compiled once. Safe for use by several threads. */
public final class CompiledTemplate {
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    private static final int LINE_CHARS = 400;

    private final @Nullable UUID id;
    private final TemplateDraft draft;
    private final CompiledMail mail;
    private final Map<String, Integer> variables = new LinkedHashMap<>();
    private final LiquidProgram subject;
    private final LiquidProgram preheader;
    private final LiquidProgram html;
    private final LiquidProgram text;

    CompiledTemplate(@Nullable UUID id, TemplateDraft draft) {
        this.id = id;
        this.draft = draft;
        subject = part("subject", draft.subject());
        preheader = part("preheader", draft.preheader());
        mail = body();
        html = reading("body", () -> LiquidProgram.parse(mail.html()));
        String words = draft.text();
        text = words == null ? reading("body", () -> LiquidProgram.parse(mail.text())) : part("text", words);
    }

    private CompiledMail body() {
        return reading("body", () -> {
            var pieces = LiquidReader.read(draft.body());
            LiquidCheck.check(pieces).forEach(variables::putIfAbsent);
            return MailCompiler.compile(
                    pieces,
                    draft.format() == TemplateFormat.MJML,
                    draft.language(),
                    !draft.preheader().isBlank());
        });
    }

    private LiquidProgram part(String field, String source) {
        return reading(field, () -> {
            var pieces = LiquidReader.read(source);
            LiquidCheck.check(pieces).keySet().forEach(name -> variables.putIfAbsent(name, 0));
            return LiquidProgram.compile(pieces, false);
        });
    }

    /** The message for one person; a {@link Fault} names the part and the line where the template fails. */
    public RenderedMessage render(Map<String, Object> model, Rendering rendering) {
        String subjectLine = line(run("subject", subject, model, LinkTracker.NONE, rendering));
        String preheaderLine = line(run("preheader", preheader, model, LinkTracker.NONE, rendering));
        var whole = new LinkedHashMap<>(model);
        whole.put(MailCompiler.PREHEADER, preheaderLine);
        whole.put(MailCompiler.PIXEL, pixel(rendering.pixelUrl()));
        String htmlPart = run("body", html, whole, rendering.tracker(), rendering);
        String textPart = run("text", text, whole, rendering.tracker(), rendering);
        return new RenderedMessage(subjectLine, preheaderLine, htmlPart, MailCompiler.tidy(textPart));
    }

    private String run(
            String field, LiquidProgram program, Map<String, Object> model, LinkTracker links, Rendering rendering) {
        try {
            return program.render(model, links, Locale.forLanguageTag(draft.language()), rendering.currency());
        } catch (LiquidError e) {
            throw fault(ContentFault.TEMPLATE_FAILS, "fails in its " + field, field, e);
        }
    }

    private <T> T reading(String field, java.util.function.Supplier<T> step) {
        try {
            return step.get();
        } catch (LiquidError e) {
            throw fault(ContentFault.TEMPLATE_INVALID, "cannot be used: look at its " + field, field, e);
        }
    }

    private Fault fault(ContentFault code, String what, String field, LiquidError error) {
        String name = draft.name() + (id == null ? "" : " (" + id + ")");
        String message = "Template \"" + name + "\" " + what + ", line " + error.line() + ". " + error.getMessage();
        return new Fault(code, message, error)
                .at(field, null)
                .with("line", error.line())
                .with("part", field)
                .with("reason", String.valueOf(error.getMessage()));
    }

    private static String pixel(@Nullable String url) {
        if (url == null) return "";
        return "<img src=\"" + HtmlText.escape(url)
                + "\" width=\"1\" height=\"1\" alt=\"\" style=\"display:block;border:0\">";
    }

    /** One line without control characters: a customer's value never becomes a mail header of its own. */
    private static String line(String rendered) {
        String line = BREAKS.matcher(rendered).replaceAll(" ").strip();
        return line.length() > LINE_CHARS ? line.substring(0, cut(line)) : line;
    }

    private static int cut(String line) {
        return Character.isHighSurrogate(line.charAt(LINE_CHARS - 1)) ? LINE_CHARS - 1 : LINE_CHARS;
    }

    public TemplateDraft draft() {
        return draft;
    }

    CompiledMail mail() {
        return mail;
    }

    /** The names asked for, each with the line of the body it first stands on; 0 when it stands elsewhere. */
    Map<String, Integer> variables() {
        return Map.copyOf(variables);
    }

    /** What to look at before sending. */
    public List<TemplateWarning> warnings() {
        return TemplateWarnings.of(this);
    }
}
