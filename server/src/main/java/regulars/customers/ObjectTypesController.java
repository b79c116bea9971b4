package regulars.customers;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import regulars.customers.AttributesController.AttributeView;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

/** Types of objects made and changed without code. Their fields are attribute definitions with an object type. */
@RestController
@RequestMapping("/api/v1")
@Needs(Permission.SETTINGS_MANAGE)
class ObjectTypesController {
    private final ObjectTypes types;
    private final FieldRights rights;

    ObjectTypesController(ObjectTypes types, FieldRights rights) {
        this.types = types;
        this.rights = rights;
    }

    /** A type in use with the fields that the caller sees; {@code titleField} is missing where they do not see it. */
    record ObjectTypeView(
            String key,
            Map<String, String> one,
            Map<String, String> many,
            String icon,
            ObjectOwnerKind ownerKind,
            @Nullable String titleField,
            List<AttributeView> fields) {}

    record ObjectTypeList(List<ObjectTypeView> items) {}

    /** A type as the settings show it. */
    record DefinedObjectType(
            int id,
            String key,
            Map<String, String> one,
            Map<String, String> many,
            String icon,
            ObjectOwnerKind ownerKind,
            @Nullable Integer titleAttribute,
            boolean archived,
            int objects) {}

    record DefinedObjectTypes(List<DefinedObjectType> items) {}

    /**
     * @param key names it in conditions and in the API; it and {@code ownerKind} stay as they are made
     * @param fields that it begins with
     */
    record NewObjectType(
            String key,
            ObjectOwnerKind ownerKind,
            ObjectTypeWish wish,
            @Nullable List<ObjectTypeField> fields) {}

    record ObjectTypeOrder(List<Integer> ids) {}

    /** The types in use, as those who work with objects see them. */
    @GetMapping("/object-types")
    @Needs(Permission.CUSTOMERS_READ)
    ObjectTypeList types() {
        return new ObjectTypeList(types.seen().stream().map(this::view).toList());
    }

    private ObjectTypeView view(ObjectTypes.Usable one) {
        var sight = rights.sight();
        var title = one.title();
        return new ObjectTypeView(
                one.type().key(),
                one.type().one(),
                one.type().many(),
                one.type().icon(),
                one.type().ownerKind(),
                title == null ? null : title.attribute().key(),
                one.fields().stream()
                        .map(field -> AttributeView.of(field, sight.edits(field.field())))
                        .toList());
    }

    /** All, the archived too, in the company's order. */
    @GetMapping("/object-type-definitions")
    DefinedObjectTypes list() {
        var counts = types.counts();
        return new DefinedObjectTypes(
                types.all().stream().map(one -> defined(one, counts)).toList());
    }

    @PostMapping("/object-type-definitions")
    @ResponseStatus(HttpStatus.CREATED)
    DefinedObjectType add(@RequestBody NewObjectType wanted) {
        var fields = Objects.requireNonNullElse(wanted.fields(), List.<ObjectTypeField>of());
        return defined(types.add(wanted.key(), wanted.ownerKind(), wanted.wish(), fields), Map.of());
    }

    @PutMapping("/object-type-definitions/{id}")
    DefinedObjectType change(@PathVariable int id, @RequestBody ObjectTypeWish wish) {
        return defined(types.change(id, wish), types.counts());
    }

    /** Takes it from the screens; its objects stay. */
    @PostMapping("/object-type-definitions/{id}/archive")
    DefinedObjectType archive(@PathVariable int id) {
        return defined(types.archive(id), types.counts());
    }

    @PostMapping("/object-type-definitions/{id}/restore")
    DefinedObjectType restore(@PathVariable int id) {
        return defined(types.restore(id), types.counts());
    }

    /** Puts those named first, in that order. */
    @PutMapping("/object-type-definitions/order")
    DefinedObjectTypes arrange(@RequestBody ObjectTypeOrder order) {
        types.arrange(order.ids());
        return list();
    }

    /** Deletes it, its fields and objects for good; {@code objects} is how many the caller knows to go with it. */
    @DeleteMapping("/object-type-definitions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable int id, @RequestParam(defaultValue = "0") int objects) {
        types.delete(id, objects);
    }

    private static DefinedObjectType defined(ObjectType one, Map<Integer, Integer> counts) {
        return new DefinedObjectType(
                one.id(),
                one.key(),
                one.one(),
                one.many(),
                one.icon(),
                one.ownerKind(),
                one.titleAttribute(),
                one.archived(),
                counts.getOrDefault(one.id(), 0));
    }
}
