package regulars.forms;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.Organisations;
import regulars.access.PageTexts;
import regulars.forms.FormDefinition.FormTheme;

/**
 * Where an address says itself that it wants what a form asked for. GET only shows: mail programs follow every link.
 */
@Hidden
@RestController
class ConfirmationController {
    private final Confirmations confirmations;
    private final Organisations organisations;

    ConfirmationController(Confirmations confirmations, Organisations organisations) {
        this.confirmations = confirmations;
        this.organisations = organisations;
    }

    @GetMapping("/fc/{token}")
    ResponseEntity<String> page(@PathVariable String token, HttpServletRequest request) {
        var asked = confirmations.asked(token);
        var given = asked.flatMap(confirmations::asked).orElse(null);
        if (asked.isEmpty() || given == null) return unknown(request);
        if (asked.get().confirmedAt() != null) return done(given);
        var language = given.visit().language();
        var text = text(language, "confirm.text");
        var button = text(language, "confirm.button");
        return FormPages.show(
                paper(given, HttpStatus.OK, "confirm.title"),
                "<form class=\"rf\" method=\"post\"><h1 class=\"rf-title\">" + text(language, "confirm.title")
                        + "</h1><p>" + text + "</p><button class=\"rf-button\" type=\"submit\">" + button
                        + "</button></form>");
    }

    @PostMapping("/fc/{token}")
    ResponseEntity<String> confirm(@PathVariable String token, HttpServletRequest request) {
        var asked = confirmations.asked(token);
        var given = asked.flatMap(confirmations::asked).orElse(null);
        if (asked.isEmpty() || given == null) return unknown(request);
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        confirmations.confirm(
                asked.get(),
                new Visit(
                        given.visit().via(), given.visit().language(), null, Map.of(), request.getRemoteAddr(), agent));
        return done(given);
    }

    private ResponseEntity<String> done(Submissions.Submission given) {
        return FormPages.say(
                paper(given, HttpStatus.OK, "confirmed.title"),
                text(given.visit().language(), "confirmed.text"));
    }

    private String text(String language, String key) {
        var company = org.springframework.web.util.HtmlUtils.htmlEscape(
                organisations.get().company(), "UTF-8");
        return FormHtml.TEXTS.text(language, key).replace("{company}", company);
    }

    private static FormPages.Paper paper(Submissions.Submission given, HttpStatus status, String title) {
        var language = given.visit().language();
        return new FormPages.Paper(
                status, language, given.definition().theme(), FormHtml.TEXTS.text(language, title), null);
    }

    private ResponseEntity<String> unknown(HttpServletRequest request) {
        @Nullable String accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        var language = PageTexts.choose(null, accepted, organisations.get().language());
        var paper = new FormPages.Paper(
                HttpStatus.NOT_FOUND, language, FormTheme.USUAL, FormHtml.TEXTS.text(language, "unknown.title"), null);
        return FormPages.say(paper, FormHtml.TEXTS.text(language, "unknown.text"));
    }
}
