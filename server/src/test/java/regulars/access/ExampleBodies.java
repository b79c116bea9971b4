package regulars.access;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Bodies that fit the description of the API, with an id of one's choice wherever one is asked for. */
final class ExampleBodies {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNode RULE = JSON.valueToTree(
            Map.of("kind", "field", "field", "COUNTRY", "check", Map.of("operator", "KNOWN", "values", new String[0])));
    private static final Set<String> SEARCHES = Set.of("q", "after");
    private static final int DEEPEST = 6;

    private final JsonNode schemas;
    private final String id;

    ExampleBodies(JsonNode description, String id) {
        this.schemas = description.at("/components/schemas");
        this.id = id;
    }

    /** Of an operation; an empty object where the body is free. */
    String of(JsonNode operation) {
        var schema = operation.at("/requestBody/content/application~1json/schema");
        return value(schema, 0).toString();
    }

    private JsonNode value(JsonNode schema, int depth) {
        var nodes = JsonNodeFactory.instance;
        if (depth > DEEPEST) return nodes.nullNode();
        var ref = schema.path("$ref").asString("");
        if (ref.endsWith("/Rule")) return RULE;
        if (!ref.isEmpty()) return value(schemas.path(ref.substring(ref.lastIndexOf('/') + 1)), depth);
        if (schema.path("oneOf").isArray()) return value(schema.path("oneOf").get(0), depth);
        if (schema.path("enum").isArray()) return schema.path("enum").get(0);
        return switch (type(schema)) {
            case "array" -> nodes.arrayNode().add(value(schema.path("items"), depth + 1));
            case "boolean" -> nodes.booleanNode(true);
            case "integer", "number" -> nodes.numberNode(1);
            case "string" -> nodes.stringNode(schema.path("format").asString("").equals("uuid") ? id : text(schema));
            default -> object(schema, depth);
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        var made = JsonNodeFactory.instance.objectNode();
        schema.path("properties")
                .propertyStream()
                .filter(property -> !SEARCHES.contains(property.getKey()))
                .forEach(property -> made.set(property.getKey(), value(property.getValue(), depth + 1)));
        return made;
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        if (!type.isArray()) return type.asString("");
        return type.valueStream()
                .map(JsonNode::asString)
                .filter(one -> !one.equals("null"))
                .findFirst()
                .orElse("");
    }

    private static String text(JsonNode schema) {
        return schema.path("format").asString("").startsWith("date") ? "2026-01-01T00:00:00Z" : "example";
    }
}
