package regulars.forms;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.Organisations;
import regulars.access.PageTexts;
import regulars.forms.FormDefinition.FormTheme;
import regulars.kernel.Fault;
import regulars.kernel.FaultKind;

/** A form as a page of ours. It works without a script; GET only shows. */
@Hidden
@RestController
class FormPageController {
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final Visitors visitors;
    private final Organisations organisations;

    FormPageController(Visitors visitors, Organisations organisations) {
        this.visitors = visitors;
        this.organisations = organisations;
    }

    /** The same for everybody and every site, so it says nothing about a form. */
    @GetMapping("/forms.js")
    ResponseEntity<String> script() {
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(FormStyle.SCRIPT);
    }

    @GetMapping("/f/{slug}")
    ResponseEntity<String> page(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(required = false) @Nullable String k,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        try {
            return show(visitors.page(slug, lang, accepted, k), HttpStatus.OK);
        } catch (Fault fault) {
            return refused(fault, lang, accepted);
        }
    }

    /** From a page without a script. */
    @PostMapping(value = "/f/{slug}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> plain(
            @PathVariable String slug,
            @RequestHeader(name = HttpHeaders.ORIGIN, required = false) @Nullable String origin,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted,
            HttpServletRequest request) {
        try {
            visitors.fromSite(slug, "null".equals(origin) ? null : origin); // a page without referrer says "null"
            var body = FormBody.of(request.getParameterMap());
            var sent = visitors.send(slug, body, "plain", request);
            if (!sent.taken()) return show(visitors.again(sent, body), HttpStatus.BAD_REQUEST);
            var redirect = sent.form().definition().redirect();
            if (redirect != null)
                return ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(redirect))
                        .build();
            var form = sent.form().definition();
            var paper = new FormPages.Paper(
                    HttpStatus.OK, sent.language(), form.theme(), form.text(form.title(), sent.language()), null);
            return FormPages.say(paper, sent.thanks());
        } catch (Fault fault) {
            return refused(fault, null, accepted);
        }
    }

    private static ResponseEntity<String> show(Visitors.Given given, HttpStatus status) {
        var form = given.form().definition();
        var title = form.text(form.title(), given.language());
        var slug = given.form().form().slug();
        return FormPages.show(new FormPages.Paper(status, given.language(), form.theme(), title, slug), given.html());
    }

    private ResponseEntity<String> refused(Fault fault, @Nullable String lang, @Nullable String accepted) {
        var language = PageTexts.choose(lang, accepted, organisations.get().language());
        boolean missing = fault.code().kind() == FaultKind.NOT_FOUND;
        var paper = new FormPages.Paper(
                missing ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST,
                language,
                FormTheme.USUAL,
                FormHtml.TEXTS.text(language, missing ? "gone.title" : "refused.title"),
                null);
        return FormPages.say(paper, FormHtml.TEXTS.text(language, missing ? "gone.text" : key(fault)));
    }

    private static String key(Fault fault) {
        return switch (fault.code()) {
            case FormsFault.FORM_TOO_FAST -> "refused.fast";
            case FormsFault.FORM_PROOF_MISSING -> "refused.proof";
            case FormsFault.FORM_TRAP_FILLED -> "refused.trap";
            default -> "refused.text";
        };
    }
}
