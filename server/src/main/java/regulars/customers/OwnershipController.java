package regulars.customers;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.warehouse.Warehouse;

@RestController
@RequestMapping("/api/v1")
@Needs(Permission.CUSTOMERS_EDIT)
class OwnershipController {
    private static final Duration MIRROR_WAIT = Duration.ofSeconds(3);

    private final Ownership ownership;
    private final Warehouse warehouse;

    OwnershipController(Ownership ownership, Warehouse warehouse) {
        this.ownership = ownership;
        this.warehouse = warehouse;
    }

    /** Makes the customer somebody's. */
    @PutMapping("/customers/{id}/owner")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void customer(@PathVariable UUID id, @RequestBody NewOwner given) {
        ownership.give(id, given.owner());
        warehouse.catchUp(MIRROR_WAIT);
    }

    /** Makes the company somebody's. */
    @PutMapping("/companies/{id}/owner")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void company(@PathVariable UUID id, @RequestBody NewOwner given) {
        ownership.giveCompany(id, given.owner());
    }

    /** @param owner one of the colleagues; null for nobody's */
    record NewOwner(@Nullable UUID owner) {}
}
