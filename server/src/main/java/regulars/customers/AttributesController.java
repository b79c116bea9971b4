package regulars.customers;

import java.util.List;
import java.util.Map;
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

    AttributesController(Attributes attributes, Customers customers, AttributeHistoryStore history) {
        this.attributes = attributes;
        this.customers = customers;
        this.history = history;
    }

    /** A custom attribute with its name by language, which may be missing. */
    record AttributeView(
            String key,
            AttributeType type,
            Map<String, String> label,
            List<AttributeOption> options,
            AttributeBasis basis,
            Sensitivity sensitivity,
            String purpose) {
        static AttributeView of(AttributeDefinition one) {
            return new AttributeView(
                    one.attribute().key(),
                    one.attribute().type(),
                    one.label(),
                    one.attribute().options(),
                    one.basis(),
                    one.sensitivity(),
                    one.purpose());
        }
    }

    record AttributeList(List<AttributeView> items) {}

    /** The fields that this company keeps of its customers beside the usual ones, in its order. */
    @GetMapping("/api/v1/customer-attributes")
    AttributeList attributes() {
        return new AttributeList(
                attributes.definitions().stream().map(AttributeView::of).toList());
    }

    record AttributeHistory(List<GivenValue> items) {}

    /** Every value that the customer's sources gave, the latest first. */
    @GetMapping("/api/v1/customers/{id}/attributes/{key}/history")
    @Needs(value = Permission.CUSTOMERS_READ, audited = true)
    AttributeHistory history(@PathVariable UUID id, @PathVariable String key) {
        return new AttributeHistory(history.of(customers.find(id).number(), attributes.find(key)));
    }
}
