package regulars.customers;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import regulars.access.CurrentActor;
import regulars.customers.People.Erasure;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.warehouse.Warehouse;

/** One person as a whole: handed over, or forgotten. */
@RestController
@RequestMapping("/api/v1/customers/{id}")
class PeopleController {
    private static final Duration MIRROR_WAIT = Duration.ofSeconds(10);

    private final People people;
    private final PersonArchive archive;
    private final FieldRights rights;
    private final CurrentActor actor;
    private final Warehouse warehouse;

    PeopleController(
            People people, PersonArchive archive, FieldRights rights, CurrentActor actor, Warehouse warehouse) {
        this.rights = rights;
        this.people = people;
        this.archive = archive;
        this.actor = actor;
        this.warehouse = warehouse;
    }

    /** @param confirmation the name, an address or the id of the person, typed as the card shows it */
    record ErasureRequest(String confirmation) {}

    /**
     * Everything that is held of the person as a ZIP: one JSON file, and each table as CSV. Nothing is left out of it, so
     * only those have it from whom no field is kept.
     */
    @GetMapping(path = "/personal-data.zip", produces = "application/zip")
    @Needs(value = Permission.CUSTOMERS_ERASE, audited = true)
    ResponseEntity<StreamingResponseBody> personalData(@PathVariable UUID id) {
        requireEveryField(id);
        var tables = people.held(id);
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"person-" + id + ".zip\"")
                .body(out -> write(id, tables, out));
    }

    private void requireEveryField(UUID id) {
        var sight = rights.sight();
        sight.hidden().stream().sorted().findFirst().ifPresent(sight::requireSeen);
        rights.read(sight, id.toString(), sight.special());
    }

    private void write(UUID id, List<PersonalTable> tables, OutputStream out) throws IOException {
        archive.write(id, tables, each -> people.files(id, each), out);
    }

    /** Forgets the person for good and says how much was taken away. Orders stay, without them. */
    @PostMapping("/erasure")
    @Needs(Permission.CUSTOMERS_ERASE)
    Erasure erase(@PathVariable UUID id, @RequestBody ErasureRequest request) {
        var erasure = people.erase(id, request.confirmation(), actor.get());
        warehouse.catchUp(MIRROR_WAIT);
        return erasure;
    }
}
