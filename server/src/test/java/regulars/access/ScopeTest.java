package regulars.access;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static schema.commerce.Tables.ORDERS;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import regulars.DatabaseContent;
import regulars.TestApp;
import regulars.TestClient;
import regulars.customers.Customers;
import regulars.customers.ObjectsFixture;
import regulars.kernel.Permission;
import regulars.segments.Shop;
import regulars.warehouse.Warehouse;
import tools.jackson.databind.JsonNode;

/**
 * Two people of ours who see their own customers only. What is the one's does not exist for the other: on no route of
 * the description, under no id, in no figure.
 */
class ScopeTest {
    private static final String MARKER = "Quagmire";
    private static final String BOAT = "scopeboat";
    private static final String ABSENT = "00000000-0000-7000-8000-000000000000";
    private static final TestApp APP = TestApp.running();
    private static final Map<String, String> FOREIGN = new HashMap<>();
    private static TestClient red = APP.stranger();
    private static TestClient blue = APP.stranger();
    private static TestClient mate = APP.stranger();
    private static String segment = "";
    private static List<Operation> operations = List.of();

    @BeforeAll
    static void twoTeams() {
        var own = role(RoleScope.OWN);
        red = TestPeople.inRole(APP, own);
        blue = TestPeople.inRole(APP, own);
        mate = TestPeople.inRole(APP, role(RoleScope.TEAM));
        for (TestClient one : List.of(blue, mate)) into(teamOfBlue(), one);
        for (TestClient one : List.of(red)) into(team("Red " + UUID.randomUUID()), one);
        red.post("/api/v1/customers", Map.of("fullName", "Ruby Red", "country", "Malta"))
                .requireStatus(201);
        FOREIGN.put("customers", customerOfBlue());
        FOREIGN.put("companies", companyOfBlue());
        FOREIGN.put("orders", orderOfBlue());
        FOREIGN.put("objects", objectOfBlue());
        segment =
                id(APP.owner().post("/api/v1/segments", Map.of("name", "Known " + UUID.randomUUID(), "rule", known())));
        APP.bean(Warehouse.class).barrier(Duration.ofSeconds(30));
        operations = described();
    }

    @Test
    void answersAForeignIdAsOneThatDoesNotExistAndWritesNothing() {
        var content = new DatabaseContent(APP.dsl());
        var different = new ArrayList<String>();
        int asked = 0;
        red.get("/api/v1/customers"); // whatever a first look writes
        var before = content.read();
        for (Operation operation : operations) {
            if (!operation.namesARecord()) continue;
            var foreign = ask(red, operation, FOREIGN);
            var absent = ask(red, operation, Map.of());
            boolean same = foreign.status() == absent.status() && foreign.code().equals(absent.code());
            if (!same || foreign.status() < 400 || foreign.text().contains(MARKER)) {
                different.add(operation + " answered " + foreign.status() + " " + foreign.code() + ", not "
                        + absent.status() + " " + absent.code());
            }
            if (foreign.status() == 404) asked++;
        }

        assertThat(different).isEmpty();
        assertThat(asked).isGreaterThan(15);
        var touched = DatabaseContent.changed(before, content.read());
        assertThat(touched.stream().filter(table -> !table.startsWith("access.")))
                .isEmpty();
    }

    @Test
    void showsNothingForeignOnAnyRoute() {
        var leaks = new ArrayList<String>();
        for (Operation operation : operations) {
            if (operation.endsTheSession()) continue;
            for (var ids : List.of(FOREIGN, Map.<String, String>of())) {
                if (ask(red, operation, ids).text().contains(MARKER)) leaks.add(operation.toString());
            }
        }

        assertThat(leaks).isEmpty();
    }

    /** The positive control: what is hidden from the one is found by the other on the same routes. */
    @Test
    void showsItsOwnerTheSame() {
        for (TestClient one : List.of(blue, mate)) {
            var found = new TreeSet<String>();
            for (Operation operation : operations) {
                if (operation.changes() || operation.endsTheSession()) continue;
                if (ask(one, operation, FOREIGN).text().contains(MARKER)) found.add(operation.path());
            }
            assertThat(found)
                    .contains(
                            "/api/v1/customers",
                            "/api/v1/customers/{id}",
                            "/api/v1/customers/{id}/timeline",
                            "/api/v1/customers/{id}/companies",
                            "/api/v1/customers/{id}/orders",
                            "/api/v1/customer-list",
                            "/api/v1/customer-list/export.csv",
                            "/api/v1/companies",
                            "/api/v1/companies/{id}",
                            "/api/v1/companies/{id}/people",
                            "/api/v1/orders/{id}",
                            "/api/v1/objects",
                            "/api/v1/objects/{id}",
                            "/api/v1/objects/{id}/history",
                            "/api/v1/objects/export.csv",
                            "/api/v1/segments/{id}/members",
                            "/api/v1/segments/vocabulary",
                            "/api/v1/segments/preview/panel");
        }
    }

    @Test
    void countsWhatIsInSightOnly() {
        for (TestClient one : List.of(red, blue, mate)) {
            assertThat(one.post("/api/v1/customer-list/count", Map.of())
                            .json()
                            .path("count")
                            .asInt())
                    .isEqualTo(1);
            var preview = one.post("/api/v1/segments/preview", Map.of("rule", known()))
                    .json();
            assertThat(preview.path("total").asInt()).isEqualTo(1);
            assertThat(preview.path("base").asInt()).isEqualTo(1);
            assertThat(one.get("/api/v1/segments/" + segment)
                            .json()
                            .at("/segment/membership/size")
                            .asInt())
                    .isEqualTo(1);
            assertThat(one.get("/api/v1/segments/" + segment + "/history")
                            .json()
                            .path("days"))
                    .isEmpty();
            assertThat(one.get("/api/v1/insight/overview")
                            .json()
                            .path("customers")
                            .asInt())
                    .isEqualTo(1);
        }
        assertThat(revenue(red)).isZero();
        assertThat(revenue(blue)).isEqualTo(12_300);
        assertThat(red.get("/api/v1/insight/rfm").json().path("buyers").asInt()).isZero();
        assertThat(blue.get("/api/v1/insight/rfm").json().path("buyers").asInt())
                .isEqualTo(1);
    }

    @Test
    void saysOfAForeignAddressThatItIsTakenAndNothingMore() {
        var taken = red.post("/api/v1/customers", Map.of("email", "quagmire@example.com"));
        var own = blue.post("/api/v1/customers", Map.of("email", "quagmire@example.com"));

        assertThat(taken.code()).isEqualTo("CUSTOMER_ELSEWHERE");
        assertThat(taken.text()).doesNotContain(foreign("customers"));
        assertThat(own.json().at("/params/id").asString()).isEqualTo(foreign("customers"));
    }

    @Test
    void handsACustomerOverWithinSight() {
        var mine = id(blue.post("/api/v1/customers", Map.of("fullName", "Handed Over")));
        var path = "/api/v1/customers/" + mine;

        assertThat(blue.put(path + "/owner", Map.of("owner", person(red))).code())
                .isEqualTo("COLLEAGUE_UNKNOWN");
        assertThat(mate.put(path + "/owner", Map.of("owner", person(mate))).status())
                .isEqualTo(204);
        assertThat(blue.get(path).code()).isEqualTo("CUSTOMER_NOT_FOUND");
        assertThat(mate.get(path).json().path("ownerId").asString()).isEqualTo(person(mate));
        APP.owner().put(path + "/owner", Map.of("owner", person(red))).requireStatus(204);
        assertThat(mate.get(path).status()).isEqualTo(404);
        assertThat(red.get(path).status()).isEqualTo(200);
        APP.owner().put(path + "/owner", new HashMap<>()).requireStatus(204);
        assertThat(red.get(path).status()).isEqualTo(404);
    }

    @Test
    void narrowsAKeyAsThePersonIsNarrowed() {
        var card = "/api/v1/customers/" + foreign("customers");

        assertThat(key("own", person(blue)).get(card).status()).isEqualTo(200);
        assertThat(key("team", person(mate)).get(card).status()).isEqualTo(200);
        assertThat(key("own", person(red)).get(card).code()).isEqualTo("CUSTOMER_NOT_FOUND");
        var wish = Map.of("name", "k", "permissions", List.of("audit.read"), "scope", "own", "owner", person(red));
        assertThat(APP.owner().post("/api/v1/api-keys", wish).code()).isEqualTo("FIELD_INVALID");
    }

    @Test
    void leavesANarrowRoleNoRightThatIsAboutEverybody() {
        var made = APP.owner()
                .put("/api/v1/roles/sales/scope", Map.of("scope", "own"))
                .requireStatus(200)
                .json();
        var sales = TestPeople.inRole(APP, "sales");

        assertThat(made.path("permissions").toString())
                .contains("customers.read")
                .doesNotContain("campaigns.read");
        assertThat(sales.get("/api/v1/campaigns").code()).isEqualTo("PERMISSION_MISSING");
        assertThat(sales.get("/api/v1/customers").json().path("items")).isEmpty();
        APP.owner().put("/api/v1/roles/sales/scope", Map.of("scope", "all")).requireStatus(200);
        assertThat(sales.get("/api/v1/campaigns").status()).isEqualTo(200);
        assertThat(APP.owner()
                        .put("/api/v1/roles/owner/scope", Map.of("scope", "own"))
                        .code())
                .isEqualTo("ROLE_SEES_ALL");
    }

    private static String foreign(String room) {
        return requireNonNull(FOREIGN.get(room));
    }

    private static long revenue(TestClient one) {
        var months = one.get("/api/v1/insight/overview").json().path("months");
        return months.valueStream()
                .mapToLong(month -> month.at("/revenue/minor").asLong())
                .sum();
    }

    private static TestClient key(String scope, String owner) {
        var wish = Map.of("name", "narrow", "permissions", List.of("customers.read"), "scope", scope, "owner", owner);
        var made = APP.owner().post("/api/v1/api-keys", wish).requireStatus(201).json();
        return APP.stranger().withKey(made.path("key").asString());
    }

    private static String role(RoleScope scope) {
        var rights = Arrays.stream(Permission.values())
                .filter(scope::allows)
                .map(Permission::code)
                .toList();
        var wish = Map.of("name", "n" + UUID.randomUUID(), "permissions", rights, "scope", scope.code());
        return id(APP.owner().post("/api/v1/roles", wish));
    }

    private static String teamOfBlue() {
        return FOREIGN.computeIfAbsent("team", absent -> team("Blue " + UUID.randomUUID()));
    }

    private static String team(String name) {
        return id(APP.owner().post("/api/v1/teams", Map.of("name", name)));
    }

    private static void into(String team, TestClient one) {
        APP.owner()
                .put("/api/v1/users/" + person(one) + "/team", Map.of("team", team))
                .requireStatus(204);
    }

    private static String customerOfBlue() {
        var fields = Map.of(
                "fullName", "Peter " + MARKER, "email", "quagmire@example.com", "country", "Malta", "city", MARKER);
        var customer = id(blue.post("/api/v1/customers", fields));
        blue.post("/api/v1/customers/" + customer + "/notes", Map.of("body", MARKER + " likes fish"))
                .requireStatus(201);
        return customer;
    }

    private static String companyOfBlue() {
        var company = id(blue.post("/api/v1/companies", Map.of("name", MARKER + " & Sons", "industry", MARKER)));
        var roles = Map.of("position", MARKER, "decisionMaker", true, "endUser", false, "payer", false);
        blue.put("/api/v1/companies/" + company + "/people/" + foreign("customers"), roles)
                .requireStatus(204);
        return company;
    }

    private static String objectOfBlue() {
        ObjectsFixture.named(APP.owner(), BOAT, ObjectsFixture.wish("Name"));
        var boat = Map.of(
                "type",
                BOAT,
                "key",
                "boat-1",
                "customerId",
                foreign("customers"),
                "attributes",
                Map.of("name", MARKER));
        return id(blue.post("/api/v1/objects", boat));
    }

    @Test
    void saysOfAForeignObjectThatItsKeyIsTakenAndNothingMore() {
        var wanted = Map.of("type", BOAT, "key", "boat-1", "attributes", Map.of("name", "x"));

        assertThat(red.put("/api/v1/objects", wanted).code()).isEqualTo("OBJECT_ELSEWHERE");
    }

    private static String orderOfBlue() {
        var customers = APP.bean(Customers.class);
        var number = customers.find(UUID.fromString(foreign("customers"))).number();
        long subject = customers.subjects(number).getFirst();
        new Shop(APP.dsl()).order(subject, APP.clock().instant().minus(Duration.ofDays(1)), 12_300);
        var order = APP.dsl()
                .update(ORDERS)
                .set(ORDERS.EXTERNAL_ID, MARKER + "-1")
                .where(ORDERS.SUBJECT_NUMBER.eq(subject))
                .returning(ORDERS.ID)
                .fetchSingle(ORDERS.ID);
        return requireNonNull(order).toString();
    }

    private static Map<String, Object> known() {
        return Map.of("kind", "field", "field", "COUNTRY", "check", Map.of("operator", "IS", "values", List.of("MT")));
    }

    private static String id(TestClient.Answer made) {
        return made.requireStatus(201).json().path("id").asString();
    }

    private static String person(TestClient one) {
        return one.get("/api/v1/session").json().at("/user/id").asString();
    }

    private static List<Operation> described() {
        var description =
                APP.stranger().get("/api/openapi.json").requireStatus(200).json();
        var bodies = new ExampleBodies(description, foreign("customers"));
        var found = new ArrayList<Operation>();
        description
                .path("paths")
                .propertyStream()
                .filter(path -> path.getKey().startsWith("/api/v1/"))
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(method -> found.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                bodies.of(method.getValue()),
                                method.getValue().path("parameters")))));
        return found;
    }

    private static TestClient.Answer ask(TestClient client, Operation operation, Map<String, String> ids) {
        var answer = client.send(
                operation.method(),
                operation.address(ids),
                BodyPublishers.ofString(operation.body()),
                "application/json");
        return answer;
    }

    record Operation(String method, String path, String body, JsonNode parameters) {
        /** A record that can be somebody's. */
        boolean namesARecord() {
            return path.matches("/api/v1/(customers|companies|orders|objects)/\\{id}.*")
                    || path.contains("{customerId}");
        }

        boolean changes() {
            return !method.equals("GET") && !path.contains("preview") && !path.startsWith("/api/v1/customer-list");
        }

        boolean endsTheSession() {
            return path.startsWith("/api/v1/session") && !method.equals("GET");
        }

        String address(Map<String, String> ids) {
            var room = path.split("/")[3];
            var own = room.equals("segments") && method.equals("GET") ? segment : ids.getOrDefault(room, ABSENT);
            var address = path.replace("{id}", own)
                    .replace("{customerId}", ids.getOrDefault("customers", ABSENT))
                    .replaceAll("\\{[^}]+}", ABSENT);
            var query = new ArrayList<String>();
            for (JsonNode parameter : parameters) {
                var name = parameter.path("name").asString();
                if (name.equals("q") || name.equals("search")) query.add(name + "=" + MARKER);
                if (path.startsWith("/api/v1/objects") && name.equals("type")) query.add("type=" + BOAT);
                if (name.equals("customers")) query.add(name + "=" + ids.getOrDefault("customers", ABSENT));
            }
            return query.isEmpty() ? address : address + "?" + String.join("&", query);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
