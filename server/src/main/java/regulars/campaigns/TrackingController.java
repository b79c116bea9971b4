package regulars.campaigns;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import regulars.campaigns.links.SignedLinks;

/** The picture that tells of an open and the links that tell of a click: the only GETs of strangers that are written down. */
@Hidden
@RestController
class TrackingController {
    private static final byte[] PIXEL =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private final SignedLinks links;
    private final Responses responses;

    TrackingController(SignedLinks links, Responses responses) {
        this.links = links;
        this.responses = responses;
    }

    /** Always the same picture, so that a guess learns nothing. */
    @GetMapping("/o/{token}")
    ResponseEntity<byte[]> open(@PathVariable String token, HttpServletRequest request) {
        links.opened(token).ifPresent(message -> responses.opened(message, visitor(request)));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_GIF)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(PIXEL);
    }

    /** Leads where the mail led; anything else, a changed target included, leads nowhere. */
    @GetMapping("/c/{token}")
    ResponseEntity<String> click(@PathVariable String token, HttpServletRequest request) {
        var click = links.clicked(token);
        if (click.isEmpty())
            return ResponseEntity.status(HttpStatus.NOT_FOUND)
                    .contentType(MediaType.TEXT_PLAIN)
                    .body("This link is incomplete. Open the letter again and follow the link from there.");
        responses.clicked(click.get().message(), click.get().link(), click.get().target(), visitor(request));
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, ascii(click.get().target()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    /** As a header may carry it: what is not ASCII is percent-encoded, the rest stands as it was signed. */
    private static String ascii(String target) {
        var address = new StringBuilder(target.length());
        for (byte b : target.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ') address.append((char) b);
            else address.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
        }
        return address.toString();
    }

    static Responses.Visitor visitor(HttpServletRequest request) {
        return new Responses.Visitor(
                request.getMethod().equals("HEAD"),
                first(request, "Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"),
                request.getHeader(HttpHeaders.USER_AGENT),
                request.getRemoteAddr());
    }

    private static @Nullable String first(HttpServletRequest request, String... names) {
        for (String name : names) if (request.getHeader(name) != null) return request.getHeader(name);
        return null;
    }
}
