package regulars.customers;

import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.CurrentActor;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.warehouse.Warehouse;

@RestController
@RequestMapping("/api/v1/customers")
@Needs(Permission.CUSTOMERS_EDIT)
class CustomerEditController {
    private static final Duration MIRROR_WAIT = Duration.ofSeconds(3);

    private final CustomerEdits edits;
    private final CustomerCards cards;
    private final CurrentActor actor;
    private final Warehouse warehouse;

    CustomerEditController(CustomerEdits edits, CustomerCards cards, CurrentActor actor, Warehouse warehouse) {
        this.edits = edits;
        this.cards = cards;
        this.actor = actor;
        this.warehouse = warehouse;
    }

    /** Adds a customer: a name, an e-mail or a phone is enough. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CustomerCard add(@RequestBody CustomerFields fields) {
        var id = edits.add(fields, actor.get(), actor.ownerOfNew());
        warehouse.catchUp(MIRROR_WAIT);
        return cards.card(id);
    }

    /** Changes what is named; an empty text clears a field. */
    @PatchMapping("/{id}")
    CustomerCard change(@PathVariable UUID id, @RequestBody CustomerFields fields) {
        edits.change(id, fields, actor.get());
        warehouse.catchUp(MIRROR_WAIT);
        return cards.card(id);
    }

    /**
     * An address of a customer.
     *
     * @param kind {@code email} or {@code phone}
     * @param value as the card shows it
     */
    record ContactByHand(String kind, String value) {}

    /** Takes an address out of use; naming it in a change of the customer brings it back. */
    @PostMapping("/{id}/contacts/remove")
    CustomerCard removeContact(@PathVariable UUID id, @RequestBody ContactByHand contact) {
        edits.removeContact(id, contact.kind(), contact.value());
        warehouse.catchUp(MIRROR_WAIT);
        return cards.card(id);
    }
}
