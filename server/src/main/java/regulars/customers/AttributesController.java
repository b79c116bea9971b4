package regulars.customers;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

/** Custom attributes as those who work with customers see them. */
@RestController
@Needs(Permission.CUSTOMERS_READ)
class AttributesController {
    private final Attributes attributes;
    private final Customers customers;
    private final AttributeHistoryStore history;
    private final FieldRights rights;

    AttributesController(
            Attributes attributes, Customers customers, AttributeHistoryStore history, FieldRights rights) {
        this.attributes = attributes;
        this.customers = customers;
        this.history = history;
        this.rights = rights;
    }

    /** A custom attribute with its name by language, which may be missing. */
    record AttributeView(
            String key,
            AttributeType type,
            Map<String, String> label,
            List<AttributeOption> options,
            AttributeBasis basis,
            Sensitivity sensitivity,
            String purpose,
            boolean editable) {
        static AttributeView of(AttributeDefinition one, boolean editable) {
            return new AttributeView(
                    one.attribute().key(),
                    one.attribute().type(),
                    one.label(),
                    one.attribute().options(),
                    one.basis(),
                    one.sensitivity(),
                    one.purpose(),
                    editable);
        }
    }

    record AttributeList(List<AttributeView> items) {}

    /** The fields that this company keeps of its customers beside the usual ones, in its order. */
    @GetMapping("/api/v1/customer-attributes")
    AttributeList attributes() {
        var sight = rights.sight();
        return new AttributeList(attributes.definitions().stream()
                .filter(one -> sight.sees(FieldSight.own(one.attribute().key())))
                .map(one -> AttributeView.of(
                        one, sight.edits(FieldSight.own(one.attribute().key()))))
                .toList());
    }

    record AttributeHistory(List<GivenValue> items) {}

    /** Every value that the customer's sources gave, the latest first. */
    @GetMapping("/api/v1/customers/{id}/attributes/{key}/history")
    @Needs(value = Permission.CUSTOMERS_READ, audited = true)
    AttributeHistory history(@PathVariable UUID id, @PathVariable String key) {
        var sight = rights.sight();
        sight.requireSeen(FieldSight.own(key));
        var given = history.of(customers.find(id).number(), attributes.find(key));
        rights.read(sight, id.toString(), Set.of(key));
        return new AttributeHistory(given);
    }
}
