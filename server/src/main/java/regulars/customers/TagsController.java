package regulars.customers;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.CurrentActor;
import regulars.customers.Tags.Tag;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.warehouse.Warehouse;

@RestController
@RequestMapping("/api/v1")
@Needs(Permission.CUSTOMERS_EDIT)
class TagsController {
    private static final Duration MIRROR_WAIT = Duration.ofSeconds(3);

    private final Tags tags;
    private final CurrentActor actor;
    private final Warehouse warehouse;

    TagsController(Tags tags, CurrentActor actor, Warehouse warehouse) {
        this.tags = tags;
        this.actor = actor;
        this.warehouse = warehouse;
    }

    record TagList(List<Tag> items) {}

    record NewTag(String name) {}

    @GetMapping("/customer-tags")
    @Needs(Permission.CUSTOMERS_READ)
    TagList tags() {
        return new TagList(tags.all());
    }

    /** Marks a customer with a word, known or new. */
    @PostMapping("/customers/{id}/tags")
    @ResponseStatus(HttpStatus.CREATED)
    Tag add(@PathVariable UUID id, @RequestBody NewTag wanted) {
        var tag = tags.add(id, wanted.name(), actor.get());
        warehouse.catchUp(MIRROR_WAIT);
        return tag;
    }

    @DeleteMapping("/customers/{id}/tags/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @PathVariable String key) {
        tags.remove(id, key, actor.get());
        warehouse.catchUp(MIRROR_WAIT);
    }
}
