package regulars.access;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.kernel.SignedIn;

@RestController
@RequestMapping("/api/v1/organisation")
@SignedIn
class OrganisationController {
    private final Organisations organisations;
    private final CurrentActor actor;

    OrganisationController(Organisations organisations, CurrentActor actor) {
        this.organisations = organisations;
        this.actor = actor;
    }

    @GetMapping
    OrganisationView get() {
        return OrganisationView.of(organisations.get());
    }

    @PutMapping
    @Needs(Permission.SETTINGS_MANAGE)
    OrganisationView change(@RequestBody OrganisationView wanted) {
        organisations.change(
                wanted.company(),
                wanted.zone(),
                wanted.currency(),
                wanted.language(),
                wanted.configured(),
                actor.get());
        return OrganisationView.of(organisations.get());
    }
}
