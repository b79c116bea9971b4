package regulars.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.kernel.Slice;

/** Who did what to what, and when. */
@RestController
@RequestMapping("/api/v1/audit")
@Needs(Permission.AUDIT_READ)
class AuditController {
    private final Audit audit;
    private final List<AuditVeil> veils;

    AuditController(Audit audit, List<AuditVeil> veils) {
        this.audit = audit;
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
        var page = audit.page(new AuditFilter(actor, action, subject, from, to), cursor, Slice.size(limit));
        return new AuditPage(page.items().stream().map(this::seen).toList(), page.next());
    }

    private AuditEntryView seen(AuditEntryView entry) {
        var details = entry.details();
        for (AuditVeil veil : veils) details = veil.seen(entry.action(), details);
        return entry.with(details);
    }

    record AuditPage(List<AuditEntryView> items, @Nullable String next) {}
}
