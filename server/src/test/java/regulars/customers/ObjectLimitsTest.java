package regulars.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;

/** The last type, field and object that fit, and the first that do not. */
class ObjectLimitsTest {
    private static final String TYPE = "limited";

    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();

    @Test
    void keepsToItsLimits() {
        ObjectsFixture.named(owner, TYPE, ObjectsFixture.wish("Name"));
        var person = owner.post("/api/v1/customers", Map.of("fullName", "Limited Owner"))
                .requireStatus(201)
                .json()
                .path("id")
                .asString();
        object(person).requireStatus(201);
        fill();

        object(person).requireStatus(201);
        var oneTooMany = object(person);
        field("last").requireStatus(201);
        var fieldTooMany = field("more");

        assertThat(oneTooMany.code()).isEqualTo("OBJECTS_TOO_MANY");
        assertThat(oneTooMany.json().path("params").path("limit").asInt()).isEqualTo(CustomObjects.MOST_OF_OWNER);
        assertThat(fieldTooMany.code()).isEqualTo("OBJECT_FIELDS_TOO_MANY");
        assertThat(typeBesidesFifty().code()).isEqualTo("OBJECT_TYPES_TOO_MANY");
    }

    /** All but one of what there may be. */
    private void fill() {
        app.dsl().execute("""
                        with one as (select o.*, l.subject_number from customers.custom_object o
                            join customers.object_link l on l.object_number = o.number
                            join customers.object_type t on t.id = o.type_id where t.key = {0}),
                        made as (insert into customers.custom_object (id, type_id, created_at, updated_at)
                            select gen_random_uuid(), type_id, created_at, updated_at from one, generate_series(1, 998)
                            returning number)
                        insert into customers.object_link (object_number, subject_number, since)
                        select made.number, one.subject_number, one.created_at from made, one
                        """, TYPE);
        app.dsl().execute("""
                        insert into customers.attribute (key, type, object_type_id, created_at)
                        select 'f' || i, 'text', t.id, now() from customers.object_type t, generate_series(1, 98) i
                        where t.key = {0}
                        """, TYPE);
    }

    private TestClient.Answer object(String person) {
        var said = Map.of("type", TYPE, "customerId", person, "attributes", Map.of("name", "One of many"));
        return owner.post("/api/v1/objects", said);
    }

    private TestClient.Answer field(String key) {
        var wish = Map.of("label", Map.of("en", key), "purpose", "To be one too many");
        return owner.post(
                "/api/v1/attribute-definitions",
                Map.of("objectType", type(), "key", key, "type", "TEXT", "wish", wish));
    }

    private int type() {
        return app.dsl()
                .fetchSingle("select id from customers.object_type where key = {0}", TYPE)
                .get(0, Integer.class);
    }

    /** Other tests make types too: those that only fill the room go at once. */
    private TestClient.Answer typeBesidesFifty() {
        app.dsl().execute("""
                        insert into customers.object_type (key, one, many, icon, owner_kind, created_at)
                        select 'filler' || i, '{}', '{}', 'box', 'customer', now()
                        from generate_series(1, (select 50 - count(*)::int from customers.object_type)) i
                        """);
        try {
            var names = Map.of("en", "Filler");
            var wish = Map.of("one", names, "many", names);
            return owner.post(
                    "/api/v1/object-type-definitions",
                    Map.of("key", "fillers", "ownerKind", "COMPANY", "wish", wish, "fields", List.of()));
        } finally {
            app.dsl().execute("delete from customers.object_type where key like 'filler%'");
        }
    }
}
