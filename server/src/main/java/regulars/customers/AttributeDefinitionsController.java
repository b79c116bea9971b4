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

    AttributeDefinitionsController(AttributeDefinitions definitions) {
        this.definitions = definitions;
    }

    /**
     * An attribute as the settings show it.
     *
     * @param values how many current ones there are
     */
    record DefinedAttribute(
            int id,
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

    /** @param key names it in conditions and templates; it and the type stay as they are made */
    record NewAttribute(String key, AttributeType type, AttributeWish wish) {}

    record AttributeOrder(List<Integer> ids) {}

    /** All, the archived too, in the company's order. */
    @GetMapping
    DefinedAttributes list() {
        return shown(definitions.all());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DefinedAttribute add(@RequestBody NewAttribute wanted) {
        return shownOne(definitions.add(wanted.key(), wanted.type(), wanted.wish()));
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
        return list();
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
                    var field = FieldSight.own(one.attribute().key());
                    return DefinedAttribute.of(
                            one,
                            audiences.getOrDefault(field, FieldRight.everybodys(field)),
                            counts.getOrDefault(one.attribute().id(), 0L));
                })
                .toList());
    }
}
