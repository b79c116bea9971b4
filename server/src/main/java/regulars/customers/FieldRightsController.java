package regulars.customers;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.CallerRoles;
import regulars.kernel.Fault;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

/** Who sees and changes the usual fields of customers; an attribute says it with its definition. */
@RestController
class FieldRightsController {
    private final FieldRights rights;
    private final CallerRoles roles;

    FieldRightsController(FieldRights rights, CallerRoles roles) {
        this.rights = rights;
        this.roles = roles;
    }

    /** A usual field that the caller sees. */
    record SeenField(String field, boolean editable) {}

    record SeenFields(List<SeenField> items) {}

    /** @param seenBy roles, and {@code api-key} for programs; null for everybody */
    record FieldAudience(
            @Nullable Set<String> seenBy, @Nullable Set<String> editedBy) {}

    record GovernedField(
            String field,
            @Nullable Set<String> seenBy,
            @Nullable Set<String> editedBy) {
        static GovernedField of(FieldRight right) {
            return new GovernedField(right.field(), right.seenBy(), right.editedBy());
        }
    }

    /** @param roles those that can be named */
    record GovernedFields(List<GovernedField> items, List<CallerRoles.RoleName> roles) {}

    /** The usual fields that the caller may see, of those that can be kept from somebody. */
    @GetMapping("/api/v1/customer-fields")
    @Needs(Permission.CUSTOMERS_READ)
    SeenFields seen() {
        var sight = rights.sight();
        return new SeenFields(FieldRights.GOVERNED.stream()
                .filter(sight::sees)
                .map(field -> new SeenField(field.key(), sight.edits(field.key())))
                .toList());
    }

    @GetMapping("/api/v1/field-rights")
    @Needs(Permission.SETTINGS_MANAGE)
    GovernedFields list() {
        var narrowed = rights.all();
        var items = FieldRights.GOVERNED.stream()
                .map(field -> GovernedField.of(narrowed.getOrDefault(field.key(), FieldRight.everybodys(field.key()))))
                .toList();
        return new GovernedFields(items, roles.all());
    }

    /** Says who sees and who changes a usual field. */
    @PutMapping("/api/v1/field-rights/{field}")
    @Needs(Permission.SETTINGS_MANAGE)
    GovernedField put(@PathVariable String field, @RequestBody FieldAudience audience) {
        if (FieldRights.GOVERNED.stream().noneMatch(one -> one.key().equals(field))) {
            throw new Fault(
                            CustomersFault.FIELD_UNKNOWN,
                            "'" + field + "' is not a field that can be kept from somebody: choose one of the list.")
                    .at("field", field);
        }
        return GovernedField.of(rights.put(field, audience.seenBy(), audience.editedBy()));
    }
}
