package regulars.customers;

import java.util.List;
import java.util.Map;
import regulars.TestClient;

/** Types of objects for tests of any room. */
public final class ObjectsFixture {
    private ObjectsFixture() {}

    /** A type of customers' objects that have a name and nothing else. */
    public static void named(TestClient owner, String key, Map<String, ?> wishOfName) {
        type(owner, key, "CUSTOMER", List.of(Map.of("key", "name", "type", "TEXT", "wish", wishOfName)));
    }

    public static void type(TestClient owner, String key, String ownerKind, List<?> fields) {
        var wish = Map.of("one", Map.of("en", "Thing"), "many", Map.of("en", "Things"));
        var type = Map.of("key", key, "ownerKind", ownerKind, "wish", wish, "fields", fields);
        owner.post("/api/v1/object-type-definitions", type).requireStatus(201);
    }

    public static Map<String, ?> wish(String label) {
        return Map.of("label", Map.of("en", label), "purpose", "To serve");
    }
}
