package regulars.customers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.customers.ObjectLists.ObjectChange;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.kernel.Slice;
import regulars.warehouse.Warehouse;

@RestController
@RequestMapping("/api/v1/objects")
@Needs(Permission.CUSTOMERS_EDIT)
class ObjectsController {
    private static final int LONGEST_SEARCH = 200;
    private static final Duration MIRROR_WAIT = Duration.ofSeconds(3);

    private final CustomObjects objects;
    private final ObjectLists lists;
    private final Warehouse warehouse;

    ObjectsController(CustomObjects objects, ObjectLists lists, Warehouse warehouse) {
        this.objects = objects;
        this.lists = lists;
        this.warehouse = warehouse;
    }

    /**
     * @param type the key of one
     * @param key what another system calls it; unique within the type
     * @param customerId whose it is, for types that belong to customers
     * @param companyId whose it is, for types that belong to companies
     * @param attributes values by field, as somebody writes them
     */
    record NewObject(
            String type,
            @Nullable String key,
            @Nullable UUID customerId,
            @Nullable UUID companyId,
            @Nullable Map<String, String> attributes) {
        ObjectFields fields() {
            return new ObjectFields(key, customerId, companyId, attributes);
        }
    }

    record ObjectHistory(List<ObjectChange> items) {}

    /**
     * Objects of a type, the newest first; {@code q} is any part of a title, of a key or of the owner's name, and
     * {@code customer} or {@code company} asks for one owner's.
     */
    @GetMapping
    @Needs(Permission.CUSTOMERS_READ)
    Slice<ObjectView> list(
            @RequestParam String type,
            @RequestParam(required = false) @Nullable UUID customer,
            @RequestParam(required = false) @Nullable UUID company,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) ObjectQuestion.@Nullable Order order,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "50") int limit) {
        var wanted = new ObjectLists.Wanted(type, customer, company, search(q), order);
        return lists.page(wanted, after, Slice.size(limit));
    }

    static @Nullable String search(@Nullable String q) {
        return q == null || q.isBlank()
                ? null
                : q.strip().substring(0, Math.min(q.strip().length(), LONGEST_SEARCH));
    }

    @GetMapping("/{id}")
    @Needs(Permission.CUSTOMERS_READ)
    ObjectView get(@PathVariable UUID id) {
        return lists.get(id);
    }

    /** What happened to it, the latest first. */
    @GetMapping("/{id}/history")
    @Needs(Permission.CUSTOMERS_READ)
    ObjectHistory history(@PathVariable UUID id) {
        return new ObjectHistory(lists.history(id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ObjectView add(@RequestBody NewObject wanted) {
        var made = objects.add(wanted.type(), wanted.fields());
        warehouse.catchUp(MIRROR_WAIT);
        return made;
    }

    /** Makes the object of that key, or changes it as {@code PATCH} does; programs need not wait for the mirror. */
    @PutMapping
    ObjectView put(@RequestBody NewObject wanted) {
        return objects.put(wanted.type(), wanted.fields());
    }

    /** Changes what is named; an empty text clears a field. */
    @PatchMapping("/{id}")
    ObjectView change(@PathVariable UUID id, @RequestBody ObjectFields fields) {
        var changed = objects.change(id, fields);
        warehouse.catchUp(MIRROR_WAIT);
        return changed;
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        objects.delete(id);
        warehouse.catchUp(MIRROR_WAIT);
    }

    /** Brings back a deleted one. */
    @PostMapping("/{id}/restore")
    ObjectView restore(@PathVariable UUID id) {
        var restored = objects.restore(id);
        warehouse.catchUp(MIRROR_WAIT);
        return restored;
    }
}
