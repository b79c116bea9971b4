package regulars.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import regulars.access.TestPeople;
import tools.jackson.databind.JsonNode;

class MergesApiTest {
    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();

    @Test
    void makesTwoCardsOneAndGivesBothBack() {
        var ann = add("Mergeapi Ann", "mergeapi.ann@example.com");
        var anna = add("Mergeapi Anna Lee", "mergeapi.anna@example.com");
        owner.post(anna + "/notes", Map.of("body", "mergeapi note")).requireStatus(201);

        var merge = owner.post(ann + "/merges", Map.of("other", id(anna), "chosen", Map.of("name", "KEPT")))
                .requireStatus(201)
                .json()
                .path("id")
                .asString();

        var card = owner.get(anna).requireStatus(200).json();
        assertThat(card.path("id").asString()).isEqualTo(id(ann));
        assertThat(card.path("name").asString()).isEqualTo("Mergeapi Ann");
        assertThat(card.path("contacts")).hasSize(2);
        assertThat(found("mergeapi.anna@example.com")).isEqualTo(id(ann));
        assertThat(timeline(ann, "note").path("items")).hasSize(1);
        var told = timeline(ann, "merge").path("items").get(0);
        assertThat(told.path("id").asString()).isEqualTo(merge);
        assertThat(told.path("data").path("name").asString()).isEqualTo("Mergeapi Anna Lee");
        assertThat(owner.patch(anna, Map.of("city", "Kyiv"))
                        .requireStatus(200)
                        .json()
                        .path("id")
                        .asString())
                .isEqualTo(id(ann));
        assertThat(owner.post(ann + "/merges", Map.of("other", id(anna))).code())
                .isEqualTo("MERGE_SAME");

        owner.post("/api/v1/merges/" + merge + "/undo", Map.of()).requireStatus(204);

        assertThat(owner.get(anna).requireStatus(200).json().path("name").asString())
                .isEqualTo("Mergeapi Anna Lee");
        assertThat(owner.get(ann).json().path("city").asString()).isEqualTo("Kyiv");
        assertThat(found("mergeapi.anna@example.com")).isEqualTo(id(anna));
        assertThat(timeline(anna, "note").path("items")).hasSize(1);
        assertThat(timeline(ann, "note").path("items")).isEmpty();
        assertThat(timeline(anna, "merge")
                        .path("items")
                        .get(0)
                        .path("data")
                        .path("gone")
                        .asBoolean())
                .isTrue();
        assertThat(owner.post("/api/v1/merges/" + merge + "/undo", Map.of()).code())
                .isEqualTo("MERGE_UNDONE");
    }

    @Test
    void erasesWhoeverWasMergedWithThePerson() {
        var ann = add("Mergegone Ann", "mergegone.ann@example.com");
        var anna = add("Mergegone Anna", "mergegone.anna@example.com");
        var merge = owner.post(ann + "/merges", Map.of("other", id(anna), "chosen", Map.of("email", "OTHER")))
                .requireStatus(201)
                .json()
                .path("id")
                .asString();

        owner.post(anna + "/erasure", Map.of("confirmation", "Mergegone Anna")).requireStatus(200);

        assertThat(owner.get(ann).status()).isEqualTo(404);
        assertThat(owner.get(anna).status()).isEqualTo(404);
        assertThat(app.dsl()
                        .fetchSingle("select count(*) from customers.customer where full_name like 'Mergegone%'")
                        .get(0, Integer.class))
                .isZero();
        assertThat(app.dsl()
                        .fetchSingle("select count(*) from customers.contact_point where value like 'mergegone%'")
                        .get(0, Integer.class))
                .isZero();
        assertThat(owner.post("/api/v1/merges/" + merge + "/undo", Map.of()).code())
                .isEqualTo("MERGE_ERASED");
    }

    @Test
    void mergesNobodyWhomTheCallerDoesNotSee() {
        var rights = List.of("customers.read", "customers.edit");
        var role = owner.post("/api/v1/roles", Map.of("name", "Mergesight", "permissions", rights, "scope", "own"))
                .requireStatus(201)
                .json()
                .path("id")
                .asString();
        var seller = TestPeople.inRole(app, role);
        var theirs = seller.post("/api/v1/customers", Map.of("fullName", "Mergesight Mine"))
                .requireStatus(201)
                .json()
                .path("id")
                .asString();
        var elsewhere = add("Mergesight Elsewhere", "mergesight@example.com");
        var me = owner.get("/api/v1/session").json().path("user").path("id").asString();
        owner.put(elsewhere + "/owner", Map.of("owner", me)).requireStatus(204);

        var refused = seller.post("/api/v1/customers/" + theirs + "/merges", Map.of("other", id(elsewhere)));

        assertThat(refused.code()).isEqualTo("CUSTOMER_NOT_FOUND");
    }

    private JsonNode timeline(String customer, String kind) {
        return owner.get(customer + "/timeline?kind=" + kind).requireStatus(200).json();
    }

    private String found(String text) {
        return owner.get("/api/v1/customers?q=" + text)
                .requireStatus(200)
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
    }

    private String add(String name, String email) {
        var made = owner.post("/api/v1/customers", Map.of("fullName", name, "email", email))
                .requireStatus(201);
        return "/api/v1/customers/" + made.json().path("id").asString();
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
