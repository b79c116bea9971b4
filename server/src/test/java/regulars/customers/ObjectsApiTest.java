package regulars.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import tools.jackson.databind.JsonNode;

class ObjectsApiTest {
    private static final String TYPES = "/api/v1/object-type-definitions";
    private static final String OBJECTS = "/api/v1/objects";
    private static int made;

    private final TestClient owner = TestApp.running().owner();

    @Test
    void keepsObjectsOfACustomerWithTypedFieldsAndTheirHistory() {
        var type = cars();
        var person = person("Objects One");

        var car = add(type, person, Map.of("model", "Lada Niva", "year", "2012", "sold", "true"));
        owner.patch(path(car), Map.of("attributes", Map.of("year", "2013", "sold", "")))
                .requireStatus(200);
        var seen = owner.get(path(car)).requireStatus(200).json();
        var history =
                owner.get(path(car) + "/history").requireStatus(200).json().path("items");

        assertThat(seen.path("title").asString()).isEqualTo("Lada Niva");
        assertThat(seen.path("attributes").path("year").asInt()).isEqualTo(2013);
        assertThat(seen.path("attributes").has("sold")).isFalse();
        assertThat(seen.at("/owner/name").asString()).isEqualTo("Objects One");
        assertThat(seen.at("/owner/id").asString()).isEqualTo(person);
        assertThat(history.size()).isEqualTo(6);
        assertThat(history.get(5).path("what").asString()).isEqualTo("added");
        assertThat(history.get(5).path("actorName").asString()).isNotEmpty();
    }

    @Test
    void refusesWhatDoesNotFitAndSaysWhere() {
        var type = cars();
        var person = person("Objects Two");
        var year = Map.of("type", type, "customerId", person, "attributes", Map.of("year", "young"));
        var colour = Map.of("type", type, "customerId", person, "attributes", Map.of("colour", "red"));

        var unfit = owner.post(OBJECTS, year);
        var unknown = owner.post(OBJECTS, colour);
        var nobodys = owner.post(OBJECTS, Map.of("type", type, "attributes", Map.of("year", "2012")));
        var empty = owner.post(OBJECTS, Map.of("type", type, "customerId", person));
        var typeless = owner.post(OBJECTS, Map.of("type", "ship", "customerId", person));

        assertThat(unfit.code()).isEqualTo("ATTRIBUTE_VALUE_INVALID");
        assertThat(unfit.json().path("field").asString()).isEqualTo("attributes.year");
        assertThat(unknown.code()).isEqualTo("ATTRIBUTE_UNKNOWN");
        assertThat(nobodys.code()).isEqualTo("OBJECT_NEEDS_OWNER");
        assertThat(empty.code()).isEqualTo("OBJECT_EMPTY");
        assertThat(typeless.code()).isEqualTo("OBJECT_TYPE_UNKNOWN");
    }

    @Test
    void makesOrChangesTheObjectOfAKey() {
        var type = cars();
        var person = person("Objects Three");
        var said = Map.of("type", type, "key", "VIN-1", "customerId", person, "attributes", Map.of("model", "Tavria"));

        var first = owner.put(OBJECTS, said).requireStatus(200).json();
        var again = owner.put(OBJECTS, Map.of("type", type, "key", "VIN-1", "attributes", Map.of("year", "1994")));
        var taken = owner.post(OBJECTS, said);
        var keyless = owner.put(OBJECTS, Map.of("type", type, "customerId", person));

        assertThat(again.requireStatus(200).json().path("id")).isEqualTo(first.path("id"));
        assertThat(again.json().at("/attributes/model").asString()).isEqualTo("Tavria");
        assertThat(again.json().at("/attributes/year").asInt()).isEqualTo(1994);
        assertThat(taken.code()).isEqualTo("OBJECT_EXISTS");
        assertThat(keyless.code()).isEqualTo("OBJECT_KEY_INVALID");
    }

    @Test
    void deletesAndBringsBack() {
        var type = cars();
        var person = person("Objects Four");
        var car = add(type, person, Map.of("model", "Zaporozhets"));

        owner.delete(path(car)).requireStatus(204);
        var without = items(type, "&customer=" + person);
        var changed = owner.patch(path(car), Map.of("attributes", Map.of("year", "1970")));
        owner.post(path(car) + "/restore", Map.of()).requireStatus(200);

        assertThat(without).isEmpty();
        assertThat(changed.code()).isEqualTo("OBJECT_NOT_FOUND");
        assertThat(items(type, "&customer=" + person)).containsExactly(car);
    }

    @Test
    void listsByPagesInEveryOrderAndFindsByTitleKeyAndOwner() {
        var type = cars();
        var person = person("Objects Fifth Person");
        var cars = IntStream.range(0, 5)
                .mapToObj(i -> add(type, person, Map.of("model", "Car " + (char) ('E' - i))))
                .toList();
        owner.patch(path(cars.get(2)), Map.of("key", "KEY-77", "attributes", Map.of("year", "2001")))
                .requireStatus(200);

        assertThat(pages(type, "TITLE")).containsExactlyElementsOf(cars.reversed());
        assertThat(pages(type, "NEWEST")).containsExactlyElementsOf(cars.reversed());
        assertThat(pages(type, "CHANGED")).containsExactlyInAnyOrderElementsOf(cars);
        assertThat(items(type, "&q=car%20e")).containsExactly(cars.getFirst());
        assertThat(items(type, "&q=key-7")).containsExactly(cars.get(2));
        assertThat(items(type, "&q=fifth")).hasSize(5);
        assertThat(items(type, "&q=sixth")).isEmpty();
        var file = owner.get(OBJECTS + "/export.csv?type=" + type).requireStatus(200);
        assertThat(file.text())
                .contains("id,key,ownerId,owner,createdAt,updatedAt,attribute.model,attribute.year,attribute.sold")
                .contains("KEY-77")
                .contains("Car E");
    }

    @Test
    void keepsObjectsOfCompaniesAndLetsThemChangeHands() {
        var type = type("COMPANY");
        var first = company("Objects & Co");
        var second = company("Objects & Sons");
        var said = Map.of("type", type, "companyId", first, "attributes", Map.of("model", "Crane"));
        var crane =
                owner.post(OBJECTS, said).requireStatus(201).json().path("id").asString();

        owner.patch(path(crane), Map.of("companyId", second)).requireStatus(200);

        assertThat(items(type, "&company=" + first)).isEmpty();
        assertThat(items(type, "&company=" + second)).containsExactly(crane);
        owner.delete("/api/v1/companies/" + second).requireStatus(204);
        assertThat(owner.get(path(crane)).code()).isEqualTo("OBJECT_NOT_FOUND");
    }

    @Test
    void definesTypesAndRefusesIncompleteOnes() {
        var key = "ship" + ++made;
        var wish = Map.of("one", Map.of("en", "Ship"), "many", Map.of("en", "Ships"));
        var nameless = owner.post(TYPES, wanted(key, Map.of("one", Map.of(), "many", Map.of("en", "Ships"))));
        var badKey = owner.post(TYPES, wanted("A ship", wish));
        var ship = owner.post(TYPES, wanted(key, wish)).requireStatus(201).json();
        var twice = owner.post(TYPES, wanted(key, wish));
        var path = TYPES + "/" + ship.path("id").asInt();
        var untitled = owner.put(path, with(wish, "titleField", "nothing"));
        var renamed =
                owner.put(path, with(wish, "icon", "car")).requireStatus(200).json();

        assertThat(nameless.code()).isEqualTo("OBJECT_TYPE_INCOMPLETE");
        assertThat(badKey.code()).isEqualTo("OBJECT_TYPE_KEY_INVALID");
        assertThat(twice.code()).isEqualTo("OBJECT_TYPE_EXISTS");
        assertThat(untitled.code()).isEqualTo("OBJECT_TITLE_INVALID");
        assertThat(renamed.path("icon").asString()).isEqualTo("car");
        owner.post(path + "/archive", Map.of()).requireStatus(200);
        assertThat(owner.get(OBJECTS + "?type=" + key).code()).isEqualTo("OBJECT_TYPE_UNKNOWN");
        owner.delete(path).requireStatus(204);
    }

    @Test
    void deletesATypeWithItsObjectsOnlyWhenTheirNumberIsConfirmed() {
        var type = cars();
        add(type, person("Objects Six"), Map.of("model", "Gone"));
        var path = TYPES + "/" + definition(type).path("id").asInt();

        var refused = owner.delete(path);
        owner.delete(path + "?objects=1").requireStatus(204);

        assertThat(refused.code()).isEqualTo("OBJECT_TYPE_HAS_OBJECTS");
        assertThat(owner.get(TYPES).text()).doesNotContain("\"" + type + "\"");
    }

    @Test
    void callsObjectsByAnotherFieldOnceItIsChosen() {
        var type = cars();
        var car = add(type, person("Objects Seven"), Map.of("model", "Volga", "year", "1961"));
        var path = TYPES + "/" + definition(type).path("id").asInt();

        owner.put(path, with(wish(), "titleField", "year")).requireStatus(200);

        assertThat(owner.get(path(car)).json().path("title").asString()).isEqualTo("1961");
    }

    @Test
    void areConditionsOfListsAndSegmentsAndATypeInUseStays() {
        var type = cars();
        var old = person("Objects Eight");
        add(type, old, Map.of("model", "Lada", "year", "2012"));
        add(type, old, Map.of("model", "Lada", "year", "2020"));
        var young = person("Objects Nine");
        add(type, young, Map.of("model", "Lada", "year", "2021"));
        var two = rule(type, "AT_LEAST", "2", List.of());
        var early = rule(type, "AT_LEAST", "1", List.of(test("model", "IS", "LADA"), test("year", "AT_MOST", "2014")));
        var unfit = rule(type, "AT_LEAST", "1", List.of(test("colour", "IS", "red")));

        assertThat(list(two)).containsExactly(old);
        assertThat(list(early)).containsExactly(old);
        assertThat(list(rule(type, "AT_LEAST", "1", List.of()))).containsExactlyInAnyOrder(old, young);
        assertThat(owner.post("/api/v1/customer-list", Map.of("rule", unfit)).code())
                .isEqualTo("RULE_ATTRIBUTE_UNKNOWN");
        assertThat(owner.post("/api/v1/customer-list", Map.of("rule", rule("ship", "IS", "0", List.of())))
                        .code())
                .isEqualTo("RULE_OBJECT_TYPE_UNKNOWN");
        owner.post("/api/v1/segments", Map.of("name", "Drivers " + type, "rule", two))
                .requireStatus(201);
        assertThat(owner.delete(TYPES + "/" + definition(type).path("id").asInt())
                        .code())
                .isEqualTo("OBJECT_TYPE_IN_USE");
        assertThat(owner.get("/api/v1/segments/vocabulary").text()).contains("\"" + type + "\"");
    }

    private static Map<String, Object> rule(String type, String operator, String count, List<?> where) {
        return Map.of("kind", "objects", "type", type, "check", check(operator, count), "where", where);
    }

    private static Map<String, Object> test(String field, String operator, String value) {
        return Map.of("field", field, "check", check(operator, value));
    }

    private static Map<String, Object> check(String operator, String value) {
        return Map.of("operator", operator, "values", List.of(value));
    }

    private List<String> list(Map<String, Object> rule) {
        return ids(owner.post("/api/v1/customer-list", Map.of("rule", rule))
                .requireStatus(200)
                .json());
    }

    @Test
    void keepsTheSameKeyForFieldsOfCustomersAndOfEachType() {
        var first = cars();
        var second = cars();

        assertThat(fields(first)).isEqualTo(fields(second)).containsExactly("model", "year", "sold");
        assertThat(owner.get("/api/v1/customer-attributes").text()).doesNotContain("\"sold\"");
    }

    private String cars() {
        return type("CUSTOMER");
    }

    private String type(String ownerKind) {
        var key = "objcar" + ++made;
        ObjectsFixture.type(
                owner,
                key,
                ownerKind,
                List.of(field("model", "TEXT"), field("year", "NUMBER"), field("sold", "BOOLEAN")));
        return key;
    }

    private static Map<String, Object> wish() {
        return Map.of("one", Map.of("en", "Car"), "many", Map.of("en", "Cars"), "icon", "car");
    }

    private static Map<String, Object> wanted(String key, Map<String, ?> wish) {
        return Map.of("key", key, "ownerKind", "CUSTOMER", "wish", wish);
    }

    private static Map<String, Object> with(Map<String, ?> map, String key, Object value) {
        var copy = new HashMap<String, Object>(map);
        copy.put(key, value);
        return copy;
    }

    private static Map<String, Object> field(String key, String type) {
        return Map.of("key", key, "type", type, "wish", ObjectsFixture.wish(key));
    }

    private JsonNode definition(String key) {
        for (JsonNode one : owner.get(TYPES).requireStatus(200).json().path("items"))
            if (one.path("key").asString().equals(key)) return one;
        throw new AssertionError(key);
    }

    private List<String> fields(String key) {
        for (JsonNode one : owner.get("/api/v1/object-types").json().path("items")) {
            if (!one.path("key").asString().equals(key)) continue;
            return one.path("fields")
                    .valueStream()
                    .map(field -> field.path("key").asString())
                    .toList();
        }
        throw new AssertionError(key);
    }

    private String person(String name) {
        return owner.post("/api/v1/customers", Map.of("fullName", name))
                .requireStatus(201)
                .json()
                .path("id")
                .asString();
    }

    private String company(String name) {
        return owner.post("/api/v1/companies", Map.of("name", name))
                .requireStatus(201)
                .json()
                .path("id")
                .asString();
    }

    private String add(String type, String person, Map<String, String> attributes) {
        return owner.post(OBJECTS, Map.of("type", type, "customerId", person, "attributes", attributes))
                .requireStatus(201)
                .json()
                .path("id")
                .asString();
    }

    private static String path(String object) {
        return OBJECTS + "/" + object;
    }

    private List<String> items(String type, String more) {
        return ids(
                owner.get(OBJECTS + "?type=" + type + more).requireStatus(200).json());
    }

    private List<String> pages(String type, String order) {
        var found = new ArrayList<String>();
        var after = "";
        do {
            var page = owner.get(OBJECTS + "?limit=2&type=" + type + "&order=" + order + after)
                    .requireStatus(200)
                    .json();
            found.addAll(ids(page));
            after = page.path("next").isString() ? "&after=" + page.path("next").asString() : "";
        } while (!after.isEmpty());
        return found;
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(one -> one.path("id").asString())
                .toList();
    }
}
