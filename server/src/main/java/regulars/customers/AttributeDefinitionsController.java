package regulars.customers;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

/** Attributes made and changed without code. */
@RestController
@RequestMapping("/api/v1/attribute-definitions")
@Needs(Permission.SETTINGS_MANAGE)
class AttributeDefinitionsController {
    private final AttributeDefinitions definitions;
    private final ObjectTypes types;

    AttributeDefinitionsController(AttributeDefinitions definitions, ObjectTypes types) {
        this.definitions = definitions;
        this.types = types;
    }

    /**
     * An attribute as the settings show it.
     *
     * @param objectType of whose objects it is a field; null for customers
     * @param values how many current ones there are
     */
    record DefinedAttribute(
            int id,
            @Nullable Integer objectType,
            String key,
            AttributeType type,
            Map<String, String> label,
            String purpose,
            @Nullable Integer retentionDays,
            Sensitivity sensitivity,
            AttributeBasis basis,
            List<AttributeOption> options,
            @Nullable Set<String> seenBy,
            @Nullable Set<String> editedBy,
            boolean archived,
            long values) {
        static DefinedAttribute of(AttributeDefinition one, FieldRight right, long values) {
            var attribute = one.attribute();
            return new DefinedAttribute(
                    attribute.id(),
                    one.owner().objectType(),
                    attribute.key(),
                    attribute.type(),
                    one.label(),
                    one.purpose(),
                    one.retentionDays(),
                    one.sensitivity(),
                    one.basis(),
                    attribute.options(),
                    right.seenBy(),
                    right.editedBy(),
                    attribute.archived(),
                    values);
        }
    }

    record DefinedAttributes(List<DefinedAttribute> items) {}

    /**
     * @param objectType of whose objects it becomes a field; null for customers
     * @param key names it in conditions and templates; it and the type stay as they are made
     */
    record NewAttribute(@Nullable Integer objectType, String key, AttributeType type, AttributeWish wish) {}

    /** @param objectType whose fields they are; null for customers */
    record AttributeOrder(List<Integer> ids, @Nullable Integer objectType) {}

    /** All of customers, or of a type of objects, the archived too, in the company's order. */
    @GetMapping
    DefinedAttributes list(@RequestParam(required = false) @Nullable Integer objectType) {
        return shown(definitions.all(types.owner(objectType)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DefinedAttribute add(@RequestBody NewAttribute wanted) {
        return shownOne(definitions.add(types.owner(wanted.objectType()), wanted.key(), wanted.type(), wanted.wish()));
    }

    @PutMapping("/{id}")
    DefinedAttribute change(@PathVariable int id, @RequestBody AttributeWish wish) {
        return shownOne(definitions.change(id, wish));
    }

    /** Takes it from the screens; its values stay. */
    @PostMapping("/{id}/archive")
    DefinedAttribute archive(@PathVariable int id) {
        return shownOne(definitions.archive(id));
    }

    @PostMapping("/{id}/restore")
    DefinedAttribute restore(@PathVariable int id) {
        return shownOne(definitions.restore(id));
    }

    /** Puts those named first, in that order. */
    @PutMapping("/order")
    DefinedAttributes arrange(@RequestBody AttributeOrder order) {
        definitions.arrange(order.ids());
        return list(order.objectType());
    }

    /** Deletes it and its values for good; {@code values} is how many the caller knows to go with it. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable int id, @RequestParam(defaultValue = "0") long values) {
        definitions.delete(id, values);
    }

    private DefinedAttribute shownOne(AttributeDefinition one) {
        return shown(List.of(one)).items().getFirst();
    }

    private DefinedAttributes shown(List<AttributeDefinition> several) {
        var counts = definitions.counts();
        var audiences = definitions.audiences();
        return new DefinedAttributes(several.stream()
                .map(one -> {
                    var field = one.field();
                    return DefinedAttribute.of(
                            one,
                            audiences.getOrDefault(field, FieldRight.everybodys(field)),
                            counts.getOrDefault(one.attribute().id(), 0L));
                })
                .toList());
    }
}
