package regulars.customers;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.customers.MergesByHand.Side;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.warehouse.Warehouse;

@RestController
@RequestMapping("/api/v1")
@Needs(Permission.CUSTOMERS_EDIT)
class MergesController {
    private static final Duration MIRROR_WAIT = Duration.ofSeconds(3);

    private final MergesByHand byHand;
    private final Merges merges;
    private final Warehouse warehouse;

    MergesController(MergesByHand byHand, Merges merges, Warehouse warehouse) {
        this.byHand = byHand;
        this.merges = merges;
        this.warehouse = warehouse;
    }

    /**
     * Who is one with the customer.
     *
     * @param other their id; from now on it leads to the customer
     * @param chosen whose value is shown, by {@code name}, {@code email}, {@code phone}, {@code place}, {@code zone},
     *     {@code language}, {@code birthDate} or {@code sex}; of what is left out the latest that was said
     */
    record SamePerson(UUID other, @Nullable Map<String, Side> chosen) {}

    record MergeMade(UUID id) {}

    /** Makes two customers one: everything of the other counts as the customer's. It can be taken back at any time. */
    @PostMapping("/customers/{id}/merges")
    @ResponseStatus(HttpStatus.CREATED)
    MergeMade merge(@PathVariable UUID id, @RequestBody SamePerson same) {
        var merge = byHand.merge(id, same.other(), same.chosen() == null ? Map.of() : same.chosen());
        warehouse.catchUp(MIRROR_WAIT);
        return new MergeMade(merge);
    }

    /** Takes a merge back: both are there again, each with what is theirs of what came in since. */
    @PostMapping("/merges/{id}/undo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(@PathVariable UUID id) {
        merges.undo(id);
        warehouse.catchUp(MIRROR_WAIT);
    }
}
