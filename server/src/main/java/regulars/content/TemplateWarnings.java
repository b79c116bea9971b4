package regulars.content;

import static regulars.content.TemplateWarning.Code.EMPTY_BODY;
import static regulars.content.TemplateWarning.Code.EMPTY_SUBJECT;
import static regulars.content.TemplateWarning.Code.INSECURE_LINKS;
import static regulars.content.TemplateWarning.Code.LONG_SUBJECT;
import static regulars.content.TemplateWarning.Code.MISSING_ALT;
import static regulars.content.TemplateWarning.Code.NO_PREHEADER;
import static regulars.content.TemplateWarning.Code.NO_UNSUBSCRIBE_LINK;
import static regulars.content.TemplateWarning.Code.RELATIVE_LINKS;
import static regulars.content.TemplateWarning.Code.SCRIPT_REMOVED;
import static regulars.content.TemplateWarning.Code.TOO_LARGE;
import static regulars.content.TemplateWarning.Code.UNKNOWN_VARIABLE;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Looks over a compiled template as an experienced sender would. */
final class TemplateWarnings {
    private static final int CLIPPED_BYTES = 102 * 1024;
    private static final int SUBJECT_CHARS = 90;

    private static final Pattern LIQUID = Pattern.compile("\\{\\{.*?}}");

    private TemplateWarnings() {}

    static List<TemplateWarning> of(CompiledTemplate template) {
        List<TemplateWarning> warnings = new ArrayList<>();
        words(template, warnings);
        body(template, warnings);
        template.variables().forEach((name, line) -> {
            if (!ModelNames.known(name))
                warnings.add(new TemplateWarning(UNKNOWN_VARIABLE, false, line == 0 ? null : line, name));
        });
        return List.copyOf(warnings);
    }

    private static void words(CompiledTemplate template, List<TemplateWarning> warnings) {
        var draft = template.draft();
        if (draft.subject().isBlank()) warnings.add(TemplateWarning.blocking(EMPTY_SUBJECT));
        int words = LIQUID.matcher(draft.subject()).replaceAll("").length();
        // With branches only one of several subjects is shown: their sum says nothing.
        if (words > SUBJECT_CHARS && !draft.subject().contains("{%"))
            warnings.add(TemplateWarning.of(LONG_SUBJECT, words));
        if (draft.preheader().isBlank()) warnings.add(TemplateWarning.of(NO_PREHEADER));
        if (draft.body().isBlank()) warnings.add(TemplateWarning.blocking(EMPTY_BODY));
        if (draft.type().marketing() && !template.variables().containsKey(ModelNames.UNSUBSCRIBE))
            warnings.add(TemplateWarning.blocking(NO_UNSUBSCRIBE_LINK));
    }

    private static void body(CompiledTemplate template, List<TemplateWarning> warnings) {
        var mail = template.mail();
        int bytes = mail.html().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > CLIPPED_BYTES) warnings.add(TemplateWarning.of(TOO_LARGE, bytes / 1024));
        if (mail.missingAlt() > 0) warnings.add(TemplateWarning.of(MISSING_ALT, mail.missingAlt()));
        if (mail.insecureLinks() > 0) warnings.add(TemplateWarning.of(INSECURE_LINKS, mail.insecureLinks()));
        if (mail.relativeLinks() > 0) warnings.add(TemplateWarning.of(RELATIVE_LINKS, mail.relativeLinks()));
        if (mail.removed() > 0) warnings.add(TemplateWarning.of(SCRIPT_REMOVED, mail.removed()));
    }
}
