package regulars.customers;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.CurrentActor;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

/** The changes of many customers that were made; the list of customers begins them. */
@RestController
@RequestMapping("/api/v1/customer-changes")
@Needs(Permission.CUSTOMERS_EDIT)
class BulkController {
    private final BulkChanges changes;
    private final CurrentActor actor;

    BulkController(BulkChanges changes, CurrentActor actor) {
        this.changes = changes;
        this.actor = actor;
    }

    record BulkList(List<BulkView> items) {}

    /** The last ones. */
    @GetMapping
    BulkList latest() {
        return new BulkList(changes.latest());
    }

    @GetMapping("/{id}")
    BulkView change(@PathVariable UUID id) {
        return changes.view(id);
    }

    /** Gives back, as a job, what was there before to everybody who was not changed again since. */
    @PostMapping("/{id}/undo")
    @ResponseStatus(HttpStatus.CREATED)
    BulkChanges.Started undo(@PathVariable UUID id) {
        return changes.undo(id, actor.get());
    }
}
