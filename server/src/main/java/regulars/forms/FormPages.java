package regulars.forms;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;
import regulars.forms.FormDefinition.FormTheme;

/** Our own pages around a form: no foreign address, one script of ours, and only where it is of use. */
final class FormPages {
    private static final SecureRandom RANDOM = new SecureRandom();

    private FormPages() {}

    /** @param script the slug of the form that the page's script serves; null for a page without */
    record Paper(
            HttpStatus status,
            String language,
            FormTheme theme,
            String title,
            @Nullable String script) {}

    static ResponseEntity<String> show(Paper paper, String body) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String nonce = Base64.getEncoder().encodeToString(random);
        String scripts = paper.script() == null ? "" : "script-src 'self'; connect-src 'self'; ";
        String policy = "default-src 'none'; " + scripts + "style-src 'nonce-" + nonce
                + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        return ResponseEntity.status(paper.status())
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", policy)
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(html(paper, nonce, body));
    }

    private static String html(Paper paper, String nonce, String body) {
        String script = paper.script() == null
                ? ""
                : "<script src=\"/forms.js\" data-hosted=\"" + paper.script() + "\" defer></script>";
        return "<!doctype html><html lang=\"" + paper.language() + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>"
                + HtmlUtils.htmlEscape(paper.title(), "UTF-8") + "</title><style nonce=\"" + nonce + "\">"
                + FormStyle.of(paper.theme()) + "</style>" + script
                + "</head><body class=\"rf-page\"><main>" + body + "</main></body></html>";
    }

    /** A page that only says something. */
    static ResponseEntity<String> say(Paper paper, String sentence) {
        return show(paper, card(paper.title(), "<p>" + HtmlUtils.htmlEscape(sentence, "UTF-8") + "</p>"));
    }

    static String card(String title, String body) {
        return "<div class=\"rf\" role=\"status\"><h1 class=\"rf-title\">" + HtmlUtils.htmlEscape(title, "UTF-8")
                + "</h1>" + body + "</div>";
    }
}
