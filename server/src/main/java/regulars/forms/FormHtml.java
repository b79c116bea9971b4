package regulars.forms;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import regulars.access.PageTexts;
import regulars.forms.FormAnswers.AnswerProblem;
import regulars.forms.FormField.FieldOption;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a form as HTML, the same for our page, for other sites and for the preview. Every text of an author is
 * escaped.
 */
final class FormHtml {
    static final PageTexts TEXTS = new PageTexts("forms");
    static final String FIELD = "f.";
    static final String BOX = "c.";
    /** What only programs fill in. */
    static final String TRAP = "company_fax";

    private static final int MOST_BUTTONS = 5;
    private static final Map<String, String> AUTOCOMPLETE = Map.of(
            "givenName", "given-name",
            "middleName", "additional-name",
            "familyName", "family-name",
            "fullName", "name",
            "country", "country-name",
            "region", "address-level1",
            "city", "address-level2",
            "birthDate", "bday");

    private final FormDefinition form;
    private final String language;
    private final Filled filled;
    private final StringBuilder html = new StringBuilder(4_000);

    private FormHtml(FormDefinition form, String language, Filled filled) {
        this.form = form;
        this.language = language;
        this.filled = filled;
    }

    /**
     * What the visitor wrote before, when it came back with problems.
     *
     * @param skipped fields that are not asked
     */
    record Filled(Map<String, String> answers, Set<String> boxes, List<AnswerProblem> problems, Set<String> skipped) {
        static Filled nothing(Set<String> skipped) {
            return new Filled(Map.of(), Set.of(), List.of(), skipped);
        }
    }

    /** What a script needs to know of the page. */
    record Page(String slug, String token, int bits, long leastMillis) {}

    static String of(FormDefinition form, String language, Page page, Filled filled) {
        return new FormHtml(form, language, filled).write(page);
    }

    /** The sentence of a problem, for the visitor. */
    static String sentence(AnswerProblem problem, String language) {
        return TEXTS.text(language, "problem." + problem.code());
    }

    private String write(Page page) {
        html.append("<form class=\"rf\" method=\"post\" novalidate lang=\"").append(language);
        attribute("action", "/f/" + page.slug());
        attribute("data-slug", page.slug());
        attribute("data-token", page.token());
        attribute("data-bits", Integer.toString(page.bits()));
        attribute("data-least", Long.toString(page.leastMillis()));
        attribute("data-sending", TEXTS.text(language, "sending"));
        attribute("data-failed", TEXTS.text(language, "failed"));
        attribute("data-mend", TEXTS.text(language, "mend"));
        html.append("\"><h1 class=\"rf-title\">").append(words(form.title())).append("</h1>");
        var intro = words(form.intro());
        if (!intro.isBlank())
            html.append("<p class=\"rf-intro\">").append(intro).append("</p>");
        summary();
        for (FormField field : form.fields()) if (!filled.skipped().contains(field.key())) field(field);
        for (ConsentBox box : form.consents()) box(box);
        trap();
        hidden("token", page.token());
        hidden("language", language);
        html.append("<button class=\"rf-button\" type=\"submit\">")
                .append(words(form.button()))
                .append("</button></form>");
        return html.toString();
    }

    private void summary() {
        boolean wrong = !filled.problems().isEmpty();
        html.append("<p class=\"rf-summary\" role=\"alert\" tabindex=\"-1\"")
                .append(wrong ? "" : " hidden")
                .append('>')
                .append(wrong ? escaped(TEXTS.text(language, "mend")) : "")
                .append("</p>");
    }

    private void field(FormField field) {
        var when = field.showWhen();
        html.append("<div class=\"rf-field");
        attribute("data-key", field.key());
        if (when != null) {
            attribute("data-when", when.field());
            attribute("data-values", JsonMapper.shared().writeValueAsString(when.values()));
        }
        html.append("\">");
        switch (field.kind()) {
            case NOTE ->
                html.append("<p class=\"rf-note\">")
                        .append(words(field.label()))
                        .append("</p>");
            case CHECKBOX -> checkbox(field);
            case CHOICE -> {
                if (field.options().size() > MOST_BUTTONS) select(field);
                else buttons(field);
            }
            case EMAIL, PHONE, TEXT, LONG_TEXT, NUMBER, DATE -> input(field);
        }
        html.append("</div>");
    }

    private void input(FormField field) {
        label(field);
        boolean large = field.kind() == FieldKind.LONG_TEXT;
        html.append(large ? "<textarea rows=\"4" : "<input class=\"rf-input");
        if (!large) attribute("type", type(field.kind()));
        if (field.kind() == FieldKind.NUMBER) attribute("inputmode", "decimal");
        common(field, field.key());
        var complete = autocomplete(field);
        if (complete != null) attribute("autocomplete", complete);
        var value = filled.answers().getOrDefault(field.key(), "");
        if (large) {
            html.append("\">").append(escaped(value)).append("</textarea>");
        } else {
            attribute("value", value);
            html.append("\">");
        }
        below(field);
    }

    private static String type(FieldKind kind) {
        return switch (kind) {
            case EMAIL -> "email";
            case PHONE -> "tel";
            case DATE -> "date";
            case TEXT, LONG_TEXT, NUMBER, CHOICE, CHECKBOX, NOTE -> "text";
        };
    }

    private static @Nullable String autocomplete(FormField field) {
        if (field.kind() == FieldKind.EMAIL) return "email";
        if (field.kind() == FieldKind.PHONE) return "tel";
        return field.target() == null ? null : AUTOCOMPLETE.get(field.target());
    }

    private void label(FormField field) {
        html.append("<label class=\"rf-label");
        attribute("for", "rf-" + field.key());
        html.append("\">").append(words(field.label()));
        star(field.required());
        html.append("</label>");
    }

    private void star(boolean required) {
        if (!required) return;
        html.append(" <span class=\"rf-star");
        attribute("title", TEXTS.text(language, "required"));
        html.append("\" aria-hidden=\"true\">*</span>");
    }

    /** What each control says of itself: its name, whether it must be filled in, and by what it is explained. */
    private void common(FormField field, String id) {
        attribute("id", "rf-" + id);
        attribute("name", FIELD + field.key());
        if (field.required()) attribute("aria-required", "true");
        if (wrong(field.key()) != null) attribute("aria-invalid", "true");
        attribute("aria-describedby", "rf-" + field.key() + "-hint rf-" + field.key() + "-wrong");
    }

    private void select(FormField field) {
        label(field);
        html.append("<select class=\"rf-input");
        common(field, field.key());
        html.append("\"><option value=\"\"></option>");
        for (FieldOption option : field.options()) {
            html.append("<option");
            html.append(" value=\"").append(escaped(option.value()));
            html.append(isChosen(field, option) ? "\" selected>" : "\">");
            html.append(words(option.label())).append("</option>");
        }
        html.append("</select>");
        below(field);
    }

    private boolean isChosen(FormField field, FieldOption option) {
        return option.value().equals(filled.answers().get(field.key()));
    }

    private void buttons(FormField field) {
        html.append("<fieldset class=\"rf-choice");
        attribute("aria-describedby", "rf-" + field.key() + "-hint rf-" + field.key() + "-wrong");
        html.append("\"><legend class=\"rf-label\">").append(words(field.label()));
        star(field.required());
        html.append("</legend>");
        int number = 0;
        for (FieldOption option : field.options()) {
            html.append("<label class=\"rf-option\"><input type=\"radio");
            attribute("id", "rf-" + field.key() + (number == 0 ? "" : "-" + number));
            attribute("name", FIELD + field.key());
            attribute("value", option.value());
            html.append(isChosen(field, option) ? "\" checked>" : "\">");
            html.append(" <span>").append(words(option.label())).append("</span></label>");
            number++;
        }
        html.append("</fieldset>");
        below(field);
    }

    private void checkbox(FormField field) {
        html.append("<label class=\"rf-option\"><input type=\"checkbox");
        common(field, field.key());
        attribute("value", "true");
        html.append("true".equals(filled.answers().get(field.key())) ? "\" checked>" : "\">");
        html.append(" <span>").append(words(field.label()));
        star(field.required());
        html.append("</span></label>");
        below(field);
    }

    /** Never ticked but by the visitor. */
    private void box(ConsentBox box) {
        html.append("<div class=\"rf-field rf-consent");
        attribute("data-key", box.key());
        html.append("\"><label class=\"rf-option\"><input type=\"checkbox");
        attribute("id", "rf-box-" + box.key());
        attribute("name", BOX + box.key());
        attribute("value", "yes");
        if (box.required()) attribute("aria-required", "true");
        attribute("aria-describedby", "rf-" + box.key() + "-wrong");
        html.append(filled.boxes().contains(box.key()) ? "\" checked>" : "\">");
        html.append(" <span>").append(words(box.text()));
        star(box.required());
        html.append("</span></label>");
        wrongLine(box.key());
        html.append("</div>");
    }

    private void below(FormField field) {
        var hint = words(field.hint());
        if (!hint.isBlank()) {
            html.append("<p class=\"rf-hint");
            attribute("id", "rf-" + field.key() + "-hint");
            html.append("\">").append(hint).append("</p>");
        }
        wrongLine(field.key());
    }

    private void wrongLine(String key) {
        var wrong = wrong(key);
        html.append("<p class=\"rf-wrong");
        attribute("id", "rf-" + key + "-wrong");
        html.append(wrong == null ? "\" hidden>" : "\">")
                .append(wrong == null ? "" : escaped(wrong))
                .append("</p>");
    }

    private @Nullable String wrong(String key) {
        return filled.problems().stream()
                .filter(problem -> problem.field().equals(key))
                .map(problem -> sentence(problem, language))
                .findFirst()
                .orElse(null);
    }

    private void trap() {
        html.append("<div class=\"rf-else\" aria-hidden=\"true\"><label>Fax <input type=\"text\" tabindex=\"-1\""
                        + " autocomplete=\"off\" name=\"")
                .append(TRAP)
                .append("\"></label></div>");
    }

    private void hidden(String name, String value) {
        html.append("<input type=\"hidden");
        attribute("name", name);
        attribute("value", value);
        html.append("\">");
    }

    /** Ends the attribute before it, and leaves this one open. */
    private void attribute(String name, String value) {
        html.append("\" ").append(name).append("=\"").append(escaped(value));
    }

    private String words(Map<String, String> texts) {
        return escaped(form.text(texts, language)).lines().collect(Collectors.joining("<br>"));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
