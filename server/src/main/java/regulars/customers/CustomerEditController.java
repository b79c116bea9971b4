package regulars.customers;

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

@RestController
@RequestMapping("/api/v1/customers")
@Needs(Permission.CUSTOMERS_EDIT)
class CustomerEditController {
    private final CustomerEdits edits;
    private final CustomerCards cards;
    private final CurrentActor actor;

    CustomerEditController(CustomerEdits edits, CustomerCards cards, CurrentActor actor) {
        this.edits = edits;
        this.cards = cards;
        this.actor = actor;
    }

    /** Adds a customer: a name, an e-mail or a phone is enough. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CustomerCard add(@RequestBody CustomerFields fields) {
        return cards.card(edits.add(fields, actor.get()));
    }

    /** Changes what is named; an empty text clears a field. */
    @PatchMapping("/{id}")
    CustomerCard change(@PathVariable UUID id, @RequestBody CustomerFields fields) {
        edits.change(id, fields, actor.get());
        return cards.card(id);
    }
}
