package regulars.forms;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.forms.FormDefinition.FormPopup;
import regulars.kernel.Fault;

/**
 * What the script of a form asks, on our page and on the sites that the form names. It sends no cookie and, as plain
 * text, needs no question beforehand; the site is looked at here.
 */
@Hidden
@RestController
class FormSiteController {
    private final Visitors visitors;

    FormSiteController(Visitors visitors) {
        this.visitors = visitors;
    }

    /** A form to be shown in a page of another site. */
    record EmbeddedForm(
            String html,
            String css,
            String language,
            String close,
            @Nullable FormPopup popup) {}

    /** What a visitor is told in the end. */
    record FormThanks(String title, String thanks, @Nullable String redirect) {}

    @GetMapping("/f/{slug}/embed")
    EmbeddedForm embed(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted,
            HttpServletRequest request,
            HttpServletResponse response) {
        allow(slug, request, response);
        var given = visitors.page(slug, lang, accepted, null);
        var form = given.form().definition();
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return new EmbeddedForm(
                given.html(),
                FormStyle.of(form.theme()),
                given.language(),
                FormHtml.TEXTS.text(given.language(), "close"),
                form.popup());
    }

    @PostMapping("/f/{slug}/submissions")
    FormThanks submit(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean site = allow(slug, request, response);
        var body = FormBody.of(FormBody.json(request.getInputStream().readAllBytes()));
        var sent = visitors.send(slug, body, site ? "site" : "hosted", request);
        if (!sent.taken())
            throw new Fault(FormsFault.FORM_ANSWERS_INVALID, "Some answers cannot be taken: mend them and send again")
                    .with("problems", Visitors.told(sent));
        var form = sent.form().definition();
        return new FormThanks(form.text(form.title(), sent.language()), sent.thanks(), form.redirect());
    }

    /** A view, a beginning, or where a visitor left; counted, and nothing else. */
    @PostMapping("/f/{slug}/signals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signal(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        allow(slug, request, response);
        visitors.signal(slug, FormBody.json(request.getInputStream().readAllBytes()));
    }

    private boolean allow(String slug, HttpServletRequest request, HttpServletResponse response) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        boolean site = visitors.fromSite(slug, origin);
        if (site) response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        return site;
    }
}
