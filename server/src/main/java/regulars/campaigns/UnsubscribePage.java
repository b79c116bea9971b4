package regulars.campaigns;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;
import regulars.access.PageTexts;

/** The page a recipient sees: no script, no foreign address, one button. */
final class UnsubscribePage {
    private static final PageTexts TEXTS = new PageTexts("campaigns");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String STYLE = """
            :root{color-scheme:light dark;--back:#f4f5f7;--card:#fff;--text:#1f2430;--soft:#5b6270;--main:#12766a;--link:#12766a}
            @media (prefers-color-scheme:dark){:root{--back:#15181d;--card:#1f242c;--text:#e8eaee;--soft:#a3abb8;--link:#63c4b5}}
            body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--back);color:var(--text);
            font:16px/1.5 system-ui,sans-serif}main{max-width:30rem;margin:1rem;padding:2rem;background:var(--card);border-radius:12px}
            h1{font-size:1.4rem;margin:0 0 .75rem}p{margin:0 0 1.25rem;overflow-wrap:anywhere}small{color:var(--soft)}
            button{font:inherit;padding:.7rem 1.3rem;border:0;border-radius:8px;background:var(--main);color:#fff;cursor:pointer}
            button:focus-visible{outline:3px solid var(--text);outline-offset:2px}button.quiet{background:none;color:var(--link);
            text-decoration:underline;padding:.7rem 0}""";

    private UnsubscribePage() {}

    /** What the page says and offers. */
    enum Kind {
        ASK("unsubscribe"),
        DONE("subscribe"),
        AGAIN("unsubscribe"),
        UNKNOWN("");

        private final String action;

        Kind(String action) {
            this.action = action;
        }

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static ResponseEntity<String> show(Kind kind, String language, String company, String address) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String nonce = Base64.getEncoder().encodeToString(random);
        String policy = "default-src 'none'; style-src 'nonce-" + nonce
                + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        return ResponseEntity.status(kind == Kind.UNKNOWN ? HttpStatus.NOT_FOUND : HttpStatus.OK)
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .header("Content-Security-Policy", policy)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(html(kind, language, nonce, company, address));
    }

    private static String html(Kind kind, String language, String nonce, String company, String address) {
        String title = TEXTS.text(language, kind.key() + ".title");
        String body = TEXTS.text(language, kind.key() + ".body")
                .replace("{company}", HtmlUtils.htmlEscape(company))
                .replace("{address}", "<b>" + HtmlUtils.htmlEscape(address) + "</b>");
        return "<!doctype html><html lang=\"" + language + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><meta name=\"robots\" content=\"noindex\"><title>"
                + title + "</title><style nonce=\"" + nonce + "\">" + STYLE + "</style></head><body><main><h1>" + title
                + "</h1><p>" + body
                + "</p>" + form(kind, language) + "</main></body></html>";
    }

    private static String form(Kind kind, String language) {
        if (kind.action.isEmpty()) return "";
        String quiet = kind == Kind.ASK ? "" : " class=\"quiet\"";
        return "<form method=\"post\"><input type=\"hidden\" name=\"action\" value=\"" + kind.action
                + "\"><button type=\"submit\"" + quiet + ">" + TEXTS.text(language, kind.key() + ".button")
                + "</button></form>";
    }

    /** Enough for its owner to know it, too little for whoever finds the link. */
    static String masked(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1) return "";
        return address.substring(0, address.offsetByCodePoints(0, 1)) + "•••" + address.substring(at);
    }
}
