package regulars.channels.mailbox;

import static regulars.channels.ChannelsFault.MAIL_NOT_FOUND;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import regulars.access.ServerAddress;
import regulars.access.TableDownload;
import regulars.kernel.Fault;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.kernel.Slice;
import regulars.kernel.TableFormat;

/** What the built-in mailbox received. */
@RestController
@RequestMapping("/api/v1/mailbox")
@Needs(Permission.MAILBOX_READ)
class MailboxController {
    private static final List<String> HEADER =
            List.of("receivedAt", "envelopeTo", "sender", "recipient", "subject", "messageId", "size");
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=utf-8");

    private final MailStore store;
    private final ServerAddress address;

    MailboxController(MailStore store, ServerAddress address) {
        this.store = store;
        this.address = address;
    }

    @GetMapping
    MailPage list(
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable Long cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, 200);
        var rows = store.page(text, cursor, size);
        var mails = rows.stream().map(MailStore.Row::mail).toList();
        return new MailPage(
                mails, rows.size() < size ? null : String.valueOf(rows.getLast().number()));
    }

    @GetMapping({"/export.csv", "/export.xlsx"})
    @Needs(value = Permission.MAILBOX_READ, audited = true)
    ResponseEntity<StreamingResponseBody> export(
            @RequestParam(required = false) @Nullable String text, TableFormat format) {
        return TableDownload.of("mailbox", format, HEADER, out -> {
            Long before = null;
            while (true) {
                var rows = store.page(text, before, Slice.MOST);
                for (var row : rows) out.row(cells(row.mail()));
                if (rows.size() < Slice.MOST) return;
                before = rows.getLast().number();
            }
        });
    }

    private static List<@Nullable Object> cells(MailSummary mail) {
        return Arrays.asList(
                mail.receivedAt(),
                mail.envelopeTo(),
                mail.sender(),
                mail.recipient(),
                mail.subject(),
                mail.messageId(),
                mail.size());
    }

    /** {@code next} is the {@code cursor} of the following page. */
    record MailPage(List<MailSummary> items, @Nullable String next) {}

    @GetMapping("/{id}")
    @Needs(value = Permission.MAILBOX_READ, audited = true)
    ReceivedMailView read(@PathVariable UUID id) {
        var mail = find(id);
        var content = MailContent.of(mail.raw());
        return new ReceivedMailView(
                mail.summary(), mail.envelopeFrom(), content.headers(), content.text(), content.html() != null);
    }

    /** A mail opened for reading; its HTML, when it has one, is a document of its own. */
    record ReceivedMailView(
            MailSummary summary,
            String envelopeFrom,
            List<MailContent.MailHeader> headers,
            @Nullable String text,
            boolean hasHtml) {}

    /** For a sandboxed frame: nothing runs, only pictures of this server load, links open in a new tab. */
    @GetMapping(value = "/{id}/html", produces = "text/html")
    ResponseEntity<String> html(@PathVariable UUID id) {
        var html = MailContent.of(find(id).raw()).html();
        return ResponseEntity.ok()
                .contentType(HTML)
                .header("Content-Security-Policy", policy())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(SafeHtml.of(html == null ? "" : html));
    }

    private String policy() {
        var ours = address.publicUrl().getScheme() + "://" + address.publicUrl().getAuthority();
        return String.join(
                "; ",
                "sandbox allow-popups allow-popups-to-escape-sandbox",
                "default-src 'none'",
                "img-src 'self' data: " + ours,
                "style-src 'unsafe-inline'",
                "frame-ancestors 'self'");
    }

    @GetMapping(value = "/{id}/raw", produces = "message/rfc822")
    ResponseEntity<byte[]> raw(@PathVariable UUID id) {
        var name = ContentDisposition.attachment().filename(id + ".eml").build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("message/rfc822"))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(find(id).raw());
    }

    @DeleteMapping
    @Needs(Permission.SETTINGS_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        store.clear();
    }

    private MailStore.Stored find(UUID id) {
        return store.find(id)
                .orElseThrow(() -> new Fault(
                                MAIL_NOT_FOUND,
                                "The mailbox has no mail " + id
                                        + ": it may have been cleared, or made room for newer ones.")
                        .at("id", id));
    }
}
