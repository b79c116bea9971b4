package regulars.segments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import regulars.access.TestPeople;
import regulars.customers.ObjectsFixture;
import regulars.warehouse.Warehouse;
import tools.jackson.databind.JsonNode;

/** People through their companies, from the companies' own screens to an answer of "why". */
class CompanyRulesApiTest {
    private static int made;

    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();
    private final String industry = "Milling " + ++made;
    private String company = "";
    private String miller = "";
    private String clerk = "";

    @BeforeEach
    void mill() {
        company = id(owner.post(
                "/api/v1/companies", Map.of("name", "Mill " + made, "industry", industry, "size", "medium")));
        miller = person(owner, "Miller");
        clerk = person(owner, "Clerk");
        join(owner, company, miller, true);
        join(owner, company, clerk, false);
    }

    @Test
    void findsPeopleByTheirCompanyAndTheirRoleThere() {
        var decides = Map.of("kind", "company", "where", List.of(trade()), "roles", List.of("DECISION_MAKER"));
        caughtUp();

        var segment = id(owner.post("/api/v1/segments", Map.of("name", "Decide " + industry, "rule", decides)));
        var why = owner.get("/api/v1/segments/" + segment + "/why/" + miller)
                .requireStatus(200)
                .json();
        var notHe = owner.get("/api/v1/segments/" + segment + "/why/" + clerk)
                .requireStatus(200)
                .json();

        assertThat(total(owner, anybody())).isEqualTo(2);
        assertThat(total(owner, decides)).isEqualTo(1);
        assertThat(why.at("/facts/0/facts/0/company").asString()).isEqualTo("Mill " + made);
        assertThat(notHe.path("holds").asBoolean()).isFalse();
        assertThat(notHe.at("/answers/0/value").asString()).isEqualTo("Mill " + made);
        assertThat(owner.get("/api/v1/segments/vocabulary")
                        .json()
                        .at("/companies/industries")
                        .toString())
                .contains(industry);
        owner.delete("/api/v1/segments/" + segment).requireStatus(204);
        owner.delete("/api/v1/companies/" + company).requireStatus(204);
        caughtUp();
        assertThat(total(owner, anybody())).isZero();
    }

    /** Whoever works below is found by what is said of the one above, as soon as it is said, and as long as it is above. */
    @Test
    void findsPeopleOfTheCompaniesBelow() {
        var holding = id(owner.post("/api/v1/companies", Map.of("name", "Holding " + made)));
        var rule = Map.of(
                "kind",
                "company",
                "where",
                List.of(Map.of("field", "NAME", "check", Map.of("operator", "IS", "values", List.of("Group " + made)))),
                "roles",
                List.of("DECISION_MAKER"),
                "reach",
                "WITH_BELOW");
        var segment = id(owner.post("/api/v1/segments", Map.of("name", "Group of " + industry, "rule", rule)));

        owner.patch("/api/v1/companies/" + company, Map.of("parentId", holding)).requireStatus(200);
        owner.patch("/api/v1/companies/" + holding, Map.of("name", "Group " + made))
                .requireStatus(200);

        await(() -> size(segment) == 1);
        var why = owner.get("/api/v1/segments/" + segment + "/why/" + miller)
                .requireStatus(200)
                .json();
        assertThat(why.at("/facts/0/facts/0/company").asString()).isEqualTo("Mill " + made);
        assertThat(why.at("/facts/0/facts/0/above").asString()).isEqualTo("Group " + made);
        assertThat(total(owner, without(rule, "reach"))).isZero();

        owner.patch("/api/v1/companies/" + company, Map.of("parentId", "")).requireStatus(200);
        await(() -> size(segment) == 0);
        owner.delete("/api/v1/segments/" + segment).requireStatus(204);
    }

    private static Map<String, Object> without(Map<String, ?> rule, String part) {
        Map<String, Object> rest = new HashMap<>(rule);
        rest.remove(part);
        return rest;
    }

    private int size(String segment) {
        return owner.get("/api/v1/segments/" + segment)
                .requireStatus(200)
                .json()
                .at("/segment/membership/size")
                .asInt();
    }

    private static void await(Supplier<Boolean> condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.get()) {
            assertThat(System.nanoTime()).as("still not so").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void countsWhatACompanyHasForEachOfItsPeople() {
        var type = "companyrules" + made;
        ObjectsFixture.type(
                owner,
                type,
                "COMPANY",
                List.of(Map.of("key", "name", "type", "TEXT", "wish", ObjectsFixture.wish("Name"))));
        var said = Map.of("type", type, "companyId", company, "attributes", Map.of("name", "Grindstone"));
        owner.post("/api/v1/objects", said).requireStatus(201);
        Map<String, Object> rule = Map.of(
                "kind",
                "objects",
                "type",
                type,
                "check",
                Map.of("operator", "AT_LEAST", "values", List.of("1")),
                "where",
                List.of());
        caughtUp();

        var segment = id(owner.post("/api/v1/segments", Map.of("name", "Have " + type, "rule", rule)));
        var fact = owner.get("/api/v1/segments/" + segment + "/why/" + clerk)
                .requireStatus(200)
                .json()
                .at("/facts/0/facts/0");

        assertThat(total(owner, rule)).isEqualTo(2);
        assertThat(fact.path("object").asString()).isEqualTo("Grindstone");
        assertThat(fact.path("company").asString()).isEqualTo("Mill " + made);
        assertThat(kinds(type)).isEqualTo("COMPANY");
        owner.delete("/api/v1/segments/" + segment).requireStatus(204);
    }

    @Test
    void doesNotTellWhoseCompanyItIsToWhomItIsHidden() {
        var seller = TestPeople.inRole(app, ownOnly());
        var own = person(seller, "Baker");
        join(owner, company, own, false);
        var bakery = id(seller.post("/api/v1/companies", Map.of("name", "Bakery", "industry", industry + "!")));
        join(seller, bakery, own, false);
        caughtUp();

        assertThat(total(owner, anybody())).isEqualTo(3);
        assertThat(total(seller, anybody())).isZero();
        assertThat(total(seller, works(Map.of("operator", "IS", "values", List.of(industry + "!")))))
                .isEqualTo(1);
    }

    @Test
    void refusesASizeThatThereIsNotAndSaysWhere() {
        var size = Map.of("field", "SIZE", "check", Map.of("operator", "IN", "values", List.of("large", "huge")));
        var rule = Map.of("kind", "company", "where", List.of(trade(), size), "roles", List.of());

        var problem = owner.post("/api/v1/segments/preview", Map.of("rule", rule))
                .requireStatus(422)
                .json();

        assertThat(problem.path("code").asString()).isEqualTo("RULE_VALUE_INVALID");
        assertThat(problem.path("field").asString()).isEqualTo("rule.where[1].check.values");
    }

    private Map<String, Object> anybody() {
        return works(Map.of("operator", "IS", "values", List.of(industry)));
    }

    private static Map<String, Object> works(Map<String, Object> check) {
        return Map.of(
                "kind", "company", "where", List.of(Map.of("field", "INDUSTRY", "check", check)), "roles", List.of());
    }

    private Map<String, Object> trade() {
        return Map.of("field", "INDUSTRY", "check", Map.of("operator", "IS", "values", List.of(industry)));
    }

    private String kinds(String type) {
        for (JsonNode known : owner.get("/api/v1/segments/vocabulary").json().path("objects")) {
            if (known.path("type").asString().equals(type))
                return known.path("owner").asString();
        }
        return "";
    }

    private String ownOnly() {
        var rights = List.of("customers.read", "customers.edit", "segments.read", "segments.edit");
        var role = Map.of("name", "Mills " + UUID.randomUUID(), "permissions", rights, "scope", "own");
        return id(owner.post("/api/v1/roles", role));
    }

    private void caughtUp() {
        app.bean(Warehouse.class).barrier(Duration.ofSeconds(30));
    }

    private static void join(TestClient client, String company, String customer, boolean decides) {
        var roles = Map.of("position", "Miller", "decisionMaker", decides, "endUser", false, "payer", false);
        client.put("/api/v1/companies/" + company + "/people/" + customer, roles)
                .requireStatus(204);
    }

    private static String person(TestClient client, String name) {
        return id(client.post("/api/v1/customers", Map.of("fullName", name + " of Mills")));
    }

    private static int total(TestClient client, Map<String, ?> rule) {
        return client.post("/api/v1/segments/preview", Map.of("rule", rule))
                .requireStatus(200)
                .json()
                .path("total")
                .asInt();
    }

    private static String id(TestClient.Answer made) {
        return made.requireStatus(201).json().path("id").asString();
    }
}
