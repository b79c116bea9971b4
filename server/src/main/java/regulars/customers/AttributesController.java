package regulars.customers;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

@RestController
@Needs(Permission.CUSTOMERS_READ)
class AttributesController {
    private final Attributes attributes;

    AttributesController(Attributes attributes) {
        this.attributes = attributes;
    }

    /** A custom attribute with its name by language, which may be missing. */
    record AttributeView(String key, AttributeType type, Map<String, String> label) {}

    record AttributeList(List<AttributeView> items) {}

    /** The fields that this company keeps of its customers beside the usual ones. */
    @GetMapping("/api/v1/customer-attributes")
    AttributeList attributes() {
        var labels = attributes.labels();
        return new AttributeList(attributes.all().stream()
                .map(one -> new AttributeView(one.key(), one.type(), labels.getOrDefault(one.key(), Map.of())))
                .toList());
    }
}
