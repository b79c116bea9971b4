package regulars.campaigns;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.Organisations;
import regulars.access.PageTexts;
import regulars.campaigns.UnsubscribePage.Kind;
import regulars.campaigns.links.SignedLinks;
import regulars.channels.MessageView;
import regulars.customers.Customers;

/**
 * Where a recipient ends the mailings. GET only shows; one POST does it, from the page's button or from the mail program
 * (RFC 8058: no cookie, no redirect, whatever the body).
 */
@Hidden
@RestController
class UnsubscribeController {
    private final SignedLinks links;
    private final Responses responses;
    private final CampaignStore campaigns;
    private final CampaignMail mail;
    private final Customers customers;
    private final Organisations organisations;

    UnsubscribeController(
            SignedLinks links,
            Responses responses,
            CampaignStore campaigns,
            CampaignMail mail,
            Customers customers,
            Organisations organisations) {
        this.links = links;
        this.responses = responses;
        this.campaigns = campaigns;
        this.mail = mail;
        this.customers = customers;
        this.organisations = organisations;
    }

    @GetMapping("/u/{token}")
    ResponseEntity<String> page(@PathVariable String token, HttpServletRequest request) {
        var message = links.unsubscribed(token).flatMap(responses::message);
        if (message.isEmpty()) return show(Kind.UNKNOWN, null, request);
        return show(responses.withdrawn(message.get()) ? Kind.DONE : Kind.ASK, message.get(), request);
    }

    @PostMapping("/u/{token}")
    ResponseEntity<String> act(@PathVariable String token, HttpServletRequest request) {
        var found = links.unsubscribed(token).flatMap(responses::message);
        if (found.isEmpty()) return show(Kind.UNKNOWN, null, request);
        var message = found.get();
        var visitor = TrackingController.visitor(request);
        if ("subscribe".equals(request.getParameter("action"))) {
            responses.subscribedAgain(message, visitor);
            return show(Kind.AGAIN, message, request);
        }
        boolean oneClick = "One-Click".equals(request.getParameter("List-Unsubscribe"));
        responses.unsubscribed(message, visitor, oneClick ? "one-click" : "unsubscribe-page");
        return show(Kind.DONE, message, request);
    }

    @GetMapping("/v/{token}")
    ResponseEntity<String> view(@PathVariable String token, HttpServletRequest request) {
        var message = links.viewed(token).flatMap(responses::message).orElse(null);
        if (message == null) return show(Kind.UNKNOWN, null, request);
        var html = campaigns
                .find(message.sendingId())
                .map(campaign -> mail.again(campaign, message.id(), message.customerNumber()))
                .orElse(null);
        if (html == null) return show(Kind.UNKNOWN, null, request);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; img-src https: http: data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
                                + " frame-ancestors 'none'; sandbox allow-popups allow-top-navigation-by-user-activation")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(html);
    }

    private ResponseEntity<String> show(Kind kind, @Nullable MessageView message, HttpServletRequest request) {
        var settings = organisations.get();
        String own = message == null ? null : language(message.customerNumber());
        String language = PageTexts.choose(own, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), settings.language());
        String address = message == null || message.address() == null ? "" : UnsubscribePage.masked(message.address());
        return UnsubscribePage.show(kind, language, settings.company(), address);
    }

    private @Nullable String language(int customer) {
        var people = customers.recipients(List.of(customer));
        return people.isEmpty() ? null : people.getFirst().language();
    }
}
