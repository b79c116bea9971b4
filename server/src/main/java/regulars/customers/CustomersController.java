package regulars.customers;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.kernel.Slice;

@RestController
@RequestMapping("/api/v1/customers")
@Needs(Permission.CUSTOMERS_READ)
class CustomersController {
    private static final int LONGEST_SEARCH = 200;

    private final CustomerCards cards;
    private final Provenance provenance;

    CustomersController(CustomerCards cards, Provenance provenance) {
        this.cards = cards;
        this.provenance = provenance;
    }

    /** The newest first; {@code q} is any part of a name, an address, a phone number or an id at a source. */
    @GetMapping
    Slice<CustomerSummary> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer after,
            @RequestParam(defaultValue = "50") int limit) {
        return cards.list(search(q), after, Slice.size(limit));
    }

    @GetMapping("/{id}")
    @Needs(value = Permission.CUSTOMERS_READ, audited = true)
    CustomerCard card(@PathVariable UUID id) {
        return cards.card(id);
    }

    record CustomerProvenance(List<Provenance.FieldProvenance> items) {}

    /** Where each value is from, and what other sources say instead. */
    @GetMapping("/{id}/provenance")
    CustomerProvenance provenance(@PathVariable UUID id) {
        return new CustomerProvenance(provenance.of(id));
    }

    /**
     * What happened with the customer, the latest first, from every room that knows something; {@code kind} keeps one
     * room's entries, {@code q} those that mention it.
     */
    @GetMapping("/{id}/timeline")
    Slice<TimelineEntry> timeline(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return cards.timeline(id, new Timeline.Filter(kind, search(q)), after, Slice.size(limit));
    }

    private static @Nullable String search(@Nullable String q) {
        return q == null || q.isBlank()
                ? null
                : q.strip().substring(0, Math.min(q.strip().length(), LONGEST_SEARCH));
    }
}
