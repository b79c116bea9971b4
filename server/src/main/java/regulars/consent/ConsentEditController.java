package regulars.consent;

import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.CurrentActor;
import regulars.consent.ConsentEdits.ConsentByHand;
import regulars.consent.ConsentEdits.WrittenConsent;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.warehouse.Warehouse;

@RestController
@Needs(Permission.CONSENTS_EDIT)
class ConsentEditController {
    private static final Duration MIRROR_WAIT = Duration.ofSeconds(3);

    private final ConsentEdits edits;
    private final CurrentActor actor;
    private final Warehouse warehouse;

    ConsentEditController(ConsentEdits edits, CurrentActor actor, Warehouse warehouse) {
        this.edits = edits;
        this.actor = actor;
        this.warehouse = warehouse;
    }

    /**
     * Writes down that the customer agreed or withdrew, with a note on how they said it; tells whether their address gets
     * nothing all the same.
     */
    @PostMapping("/api/v1/customers/{id}/consents")
    @ResponseStatus(HttpStatus.CREATED)
    WrittenConsent record(@PathVariable UUID id, @RequestBody ConsentByHand told) {
        var written = edits.record(id, told, actor.get());
        warehouse.catchUp(MIRROR_WAIT);
        return written;
    }
}
