package regulars.segments;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.CurrentActor;
import regulars.customers.BulkChange;
import regulars.customers.BulkChanges;
import regulars.customers.BulkOutlook;
import regulars.kernel.Fault;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

/** One change to all that a list finds, or to those chosen in it. */
@RestController
@RequestMapping("/api/v1/customer-list/changes")
@Needs(Permission.CUSTOMERS_EDIT)
class CustomerBulkController {
    private static final int MOST_CHOSEN = 5000;

    private final CustomerLists lists;
    private final BulkChanges changes;
    private final CurrentActor actor;

    CustomerBulkController(CustomerLists lists, BulkChanges changes, CurrentActor actor) {
        this.lists = lists;
        this.changes = changes;
        this.actor = actor;
    }

    /**
     * Who is meant, and what becomes of them.
     *
     * @param ids those chosen; when left out, all that the rule and the search find
     * @param kind {@code tag_added}, {@code tag_removed}, {@code field}, {@code attribute}, {@code owner},
     *     {@code contact_invalid}, {@code consent_withdrawn} or {@code list_added}
     * @param key the field, the attribute, the tag to take off, the new owner, the kind of address, the channel, or the
     *     segment of a list
     * @param value the new value, the word of a new tag, the purpose, or the name of a new list; left out or empty it
     *     clears
     * @param note how the withdrawal came about: its proof
     */
    record ManyCustomersChange(
            @Nullable List<UUID> ids,
            @Nullable Rule rule,
            @Nullable String q,
            String kind,
            @Nullable String key,
            @Nullable String value,
            @Nullable String note) {
        BulkChange change() {
            return new BulkChange(kind, text(key), text(value), text(note));
        }

        private static String text(@Nullable String given) {
            return given == null ? "" : given;
        }
    }

    /** Counts what the change would do, without doing it. */
    @PostMapping("/outlook")
    BulkOutlook outlook(@RequestBody ManyCustomersChange asked) {
        var numbers = meant(asked);
        int lost =
                asked.ids() == null ? 0 : (int) asked.ids().stream().distinct().count() - numbers.length;
        return changes.outlook(numbers, lost, asked.change());
    }

    /** Begins the change as a job; {@code /api/v1/customer-changes/{id}} tells what came of it and takes it back. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    BulkChanges.Started change(@RequestBody ManyCustomersChange asked) {
        return changes.start(meant(asked), asked.change(), actor.get());
    }

    private int[] meant(ManyCustomersChange asked) {
        var ids = asked.ids();
        if (ids == null)
            return lists.ordered(new CustomerListQuestion(asked.rule(), asked.q(), CustomerOrder.NEWEST, true));
        if (ids.size() <= MOST_CHOSEN) return lists.found(ids);
        throw new Fault(
                        SegmentsFault.TOO_MANY_CHOSEN,
                        "At most " + MOST_CHOSEN + " customers can be chosen one by one: use a filter for more.")
                .at("ids", ids.size())
                .with("limit", MOST_CHOSEN);
    }
}
