package regulars.customers;

import java.util.ArrayList;
import java.util.Locale;
import org.springframework.stereotype.Component;
import regulars.access.AuditVeil;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes what is said of hidden fields out of the entries of the audit that are about customers. */
@Component
class FieldsInAudit implements AuditVeil {
    private static final String ABOUT_CUSTOMERS = "customers.";

    private final FieldRights rights;

    FieldsInAudit(FieldRights rights) {
        this.rights = rights;
    }

    @Override
    public JsonNode seen(String action, JsonNode details) {
        if (!action.startsWith(ABOUT_CUSTOMERS)) return details;
        var sight = rights.sight();
        if (sight.hidden().isEmpty()) return details;
        var copy = details.deepCopy();
        strip(copy, sight);
        return copy;
    }

    /** A search by hand may have been for any field; a condition goes whole, its operands with it. */
    private static void strip(JsonNode node, FieldSight sight) {
        switch (node) {
            case ObjectNode object -> {
                object.remove("q");
                sight.hidden().forEach(object::remove);
                if (object.get("attributes") instanceof ObjectNode own)
                    own.propertyNames().stream()
                            .filter(key -> !sight.sees(FieldSight.own(key)))
                            .toList()
                            .forEach(own::remove);
                if (asksAboutHidden(object, sight)) object.removeAll();
                new ArrayList<>(object.values()).forEach(child -> strip(child, sight));
            }
            case ArrayNode array -> array.values().forEach(child -> strip(child, sight));
            default -> {}
        }
    }

    private static boolean asksAboutHidden(ObjectNode object, FieldSight sight) {
        return switch (object.path("kind").asString("")) {
            case "attribute" -> !sight.sees(FieldSight.own(object.path("key").asString("")));
            case "field" -> !sight.sees(field(object.path("field").asString("")));
            case "contact" -> !sight.sees(object.path("contact").asString("").toLowerCase(Locale.ROOT));
            case "objects" -> asksAboutHiddenObjects(object, sight);
            default -> false;
        };
    }

    private static boolean asksAboutHiddenObjects(ObjectNode object, FieldSight sight) {
        var type = object.path("type").asString("");
        for (JsonNode test : object.path("where")) {
            if (!sight.sees(FieldSight.ofObject(type, test.path("field").asString("")))) return true;
        }
        return false;
    }

    private static String field(String condition) {
        return switch (condition) {
            case "AGE", "BIRTH_DATE" -> ProfileField.BIRTH_DATE.key();
            default -> condition.toLowerCase(Locale.ROOT);
        };
    }
}
