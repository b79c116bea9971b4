package regulars.access;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.kernel.RowWriter;
import regulars.kernel.Slice;
import regulars.kernel.TableFormat;

/** Who did what to what, and when. */
@RestController
@RequestMapping("/api/v1/audit")
@Needs(Permission.AUDIT_READ)
class AuditController {
    private static final List<String> HEADER =
            List.of("at", "actor", "actorName", "action", "subject", "details", "address");

    private final Audit audit;
    private final AuditActions actions;
    private final CurrentActor caller;
    private final List<AuditVeil> veils;

    AuditController(Audit audit, AuditActions actions, CurrentActor caller, List<AuditVeil> veils) {
        this.audit = audit;
        this.actions = actions;
        this.caller = caller;
        this.veils = List.copyOf(veils);
    }

    /** The latest first; {@code cursor} is the {@code next} of the page before. */
    @GetMapping
    AuditPage list(
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Long cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (action != null) actions.require(action);
        var page = audit.page(new AuditFilter(actor, action, subject, from, to), cursor, Slice.size(limit));
        return new AuditPage(page.items().stream().map(this::seen).toList(), page.next());
    }

    /** The same entries as a file; that it was taken is an entry, too. */
    @GetMapping({"/export.csv", "/export.xlsx"})
    ResponseEntity<StreamingResponseBody> export(
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            TableFormat format) {
        if (action != null) actions.require(action);
        var filter = new AuditFilter(actor, action, subject, from, to);
        format.requireRoom(audit.count(filter));
        audit.add(caller.get(), "audit.exported", "audit", filter);
        return TableDownload.of("audit", format, HEADER, out -> write(filter, out));
    }

    private void write(AuditFilter filter, RowWriter out) throws IOException {
        Long before = null;
        while (true) {
            var page = audit.page(filter, before, Slice.MOST);
            for (var one : page.items()) {
                out.row(Arrays.asList(
                        one.at(),
                        one.actor(),
                        one.actorName(),
                        one.action(),
                        one.subject(),
                        seen(one).details(),
                        one.address()));
            }
            if (page.next() == null) return;
            before = Long.valueOf(page.next());
        }
    }

    private AuditEntryView seen(AuditEntryView entry) {
        var details = entry.details();
        for (AuditVeil veil : veils) details = veil.seen(entry.action(), details);
        return entry.with(details);
    }

    record AuditPage(List<AuditEntryView> items, @Nullable String next) {}
}
