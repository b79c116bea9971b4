package regulars.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import regulars.access.TestPeople;
import regulars.kernel.Permission;
import tools.jackson.databind.JsonNode;

class AttributeDefinitionsApiTest {
    private static final String PATH = "/api/v1/attribute-definitions";
    private static int made;

    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();

    @Test
    void takesValuesOfEveryTypeEverywhereOnceTheAttributeIsMade() {
        var size = define("CHOICE", Map.of("options", List.of(option("s", "Small"), option("l", "Large"))));
        var likes = define("LIST", Map.of());
        var number = define("NUMBER", Map.of());
        var person = add(Map.of(size, "large", likes, "tea; oat milk", number, "7.5"));

        var card = owner.get("/api/v1/customers/" + person).requireStatus(200).json();
        var members = list(rule(size, "IS", "l"), rule(likes, "CONTAINS", "OAT MILK"), rule(number, "AT_LEAST", "7"));
        var others = list(rule(likes, "CONTAINS", "oat"));
        var file = owner.get("/api/v1/customer-list/export.csv?columns=id&columns=attribute." + size
                + "&columns=attribute." + likes);

        assertThat(card.path("attributes").path(size).asString()).isEqualTo("l");
        assertThat(card.path("attributes").path(likes).get(1).asString()).isEqualTo("oat milk");
        assertThat(card.path("given"))
                .allMatch(given -> given.path("source").asString().equals("By hand"));
        assertThat(members).containsExactly(person);
        assertThat(others).isEmpty();
        assertThat(file.text()).contains(person + ",l,\"tea; oat milk\"");
    }

    @Test
    void refusesWhatIsNoOption() {
        var size = define("CHOICE", Map.of("options", List.of(option("s", "Small"))));

        var refused = owner.post("/api/v1/customers", Map.of("givenName", "A", "attributes", Map.of(size, "huge")));

        assertThat(refused.code()).isEqualTo("ATTRIBUTE_VALUE_INVALID");
    }

    @Test
    void keepsTheHistoryOfAValue() {
        var text = define("TEXT", Map.of());
        var path = "/api/v1/customers/" + add(Map.of(text, "first"));
        owner.patch(path, Map.of("attributes", Map.of(text, "second"))).requireStatus(200);
        owner.patch(path, Map.of("attributes", Map.of(text, ""))).requireStatus(200);

        var history = owner.get(path + "/attributes/" + text + "/history")
                .requireStatus(200)
                .json();

        assertThat(history.path("items"))
                .extracting(item -> item.path("value").asString(""))
                .containsExactly("", "second", "first");
    }

    @Test
    void refusesAnIncompleteDefinition() {
        var wish = wish(Map.of());

        var nameless = send("k" + ++made, "TEXT", with(wish, "label", Map.of()));
        var aimless = send("k" + ++made, "TEXT", with(wish, "purpose", " "));
        var optionless = send("k" + ++made, "CHOICE", wish);
        var impatient = send("k" + ++made, "TEXT", with(wish, "retentionDays", 0));
        var upper = send("Key", "TEXT", wish);
        var tag = send("tag_vip", "BOOLEAN", wish);

        assertThat(nameless.code()).isEqualTo("ATTRIBUTE_INCOMPLETE");
        assertThat(aimless.code()).isEqualTo("ATTRIBUTE_INCOMPLETE");
        assertThat(optionless.code()).isEqualTo("ATTRIBUTE_OPTIONS_INVALID");
        assertThat(impatient.code()).isEqualTo("ATTRIBUTE_RETENTION_INVALID");
        assertThat(upper.code()).isEqualTo("ATTRIBUTE_KEY_INVALID");
        assertThat(tag.code()).isEqualTo("ATTRIBUTE_KEY_INVALID");
    }

    @Test
    void changesAllButKeyAndTypeAndKeepsOptionsInUse() {
        var key = define("CHOICE", Map.of("options", List.of(option("s", "Small"), option("l", "Large"))));
        add(Map.of(key, "l"));
        int id = definition(key).path("id").asInt();

        var changed = owner.put(
                PATH + "/" + id,
                wish(Map.of("options", List.of(option("l", "Grand")), "sensitivity", "SPECIAL", "retentionDays", 30)));
        var refused = owner.put(PATH + "/" + id, wish(Map.of("options", List.of(option("s", "Small")))));

        assertThat(changed.requireStatus(200).json().path("sensitivity").asString())
                .isEqualTo("SPECIAL");
        assertThat(changed.json().path("values").asInt()).isEqualTo(1);
        assertThat(refused.code()).isEqualTo("ATTRIBUTE_OPTION_USED");
    }

    @Test
    void archivesAndRestoresWithoutLosingValues() {
        var key = define("TEXT", Map.of());
        var person = add(Map.of(key, "kept"));
        var path = PATH + "/" + definition(key).path("id").asInt();

        owner.post(path + "/archive", Map.of()).requireStatus(200);
        var offered = keys();
        var written = owner.patch("/api/v1/customers/" + person, Map.of("attributes", Map.of(key, "new")));
        owner.post(path + "/restore", Map.of()).requireStatus(200);
        var card = owner.get("/api/v1/customers/" + person).json();

        assertThat(offered).doesNotContain(key);
        assertThat(written.code()).isEqualTo("ATTRIBUTE_UNKNOWN");
        assertThat(card.path("attributes").path(key).asString()).isEqualTo("kept");
    }

    @Test
    void deletesWithValuesOnlyWhenTheirNumberIsConfirmed() {
        var key = define("TEXT", Map.of());
        var person = add(Map.of(key, "SECRET-WORD"));
        var path = PATH + "/" + definition(key).path("id").asInt();

        var refused = owner.delete(path);
        var deleted = owner.delete(path + "?values=1");

        assertThat(refused.code()).isEqualTo("ATTRIBUTE_HAS_VALUES");
        assertThat(deleted.status()).isEqualTo(204);
        var timeline = owner.get("/api/v1/customers/" + person + "/timeline").text();
        assertThat(timeline).doesNotContain("SECRET-WORD");
        assertThat(keys()).doesNotContain(key);
    }

    @Test
    void keepsAnAttributeThatASegmentAsksAbout() {
        var key = define("TEXT", Map.of());
        var segment = Map.of("name", "Asks " + key, "rule", rule(key, "KNOWN"));
        owner.post("/api/v1/segments", segment).requireStatus(201);

        var refused = owner.delete(PATH + "/" + definition(key).path("id").asInt());

        assertThat(refused.code()).isEqualTo("ATTRIBUTE_IN_USE");
    }

    @Test
    void standsInTheOrderThatWasChosen() {
        var first = define("TEXT", Map.of());
        var second = define("TEXT", Map.of());
        var order = List.of(
                definition(second).path("id").asInt(),
                definition(first).path("id").asInt());

        owner.put(PATH + "/order", Map.of("ids", order)).requireStatus(200);

        assertThat(keys()).startsWith(second, first);
    }

    @Test
    void keepsASpecialOneToOwnersUntilSomebodySaysOtherwise() {
        var special = wish(Map.of("sensitivity", "SPECIAL"));
        var born = define("TEXT", Map.of("sensitivity", "SPECIAL"));
        var told = define("TEXT", Map.of("sensitivity", "SPECIAL", "seenBy", List.of("marketer")));
        var turned = define("TEXT", Map.of("seenBy", List.of("marketer")));
        app.bean(Attributes.class).define("own_of_file", AttributeType.TEXT, Map.of());
        for (String key : List.of(told, turned, "own_of_file")) put(key, special);
        var admin = TestPeople.with(app, Permission.SETTINGS_MANAGE);
        var byAdmin = Map.of("key", "own_" + ++made, "type", "TEXT", "wish", special);

        assertThat(admin.post(PATH, byAdmin).requireStatus(201).json().path("seenBy"))
                .isEmpty();
        assertThat(definition(born).path("seenBy").isArray()).isTrue();
        assertThat(definition(born).path("seenBy")).isEmpty();
        assertThat(definition(turned).path("seenBy").isArray()).isTrue();
        assertThat(definition(turned).path("seenBy")).isEmpty();
        assertThat(definition("own_of_file").path("seenBy").isArray()).isTrue();
        assertThat(definition(told).path("seenBy").get(0).asString()).isEqualTo("marketer");
        put(told, wish(Map.of()));
        assertThat(definition(told).path("sensitivity").asString()).isEqualTo("SPECIAL");
        assertThat(definition(told).path("seenBy").get(0).asString()).isEqualTo("marketer");
    }

    private void put(String key, Map<String, Object> wish) {
        owner.put(PATH + "/" + definition(key).path("id").asInt(), wish).requireStatus(200);
    }

    private String define(String type, Map<String, Object> more) {
        var key = "own_" + ++made;
        send(key, type, wish(more)).requireStatus(201);
        return key;
    }

    private TestClient.Answer send(String key, String type, Map<String, Object> wish) {
        return owner.post(PATH, Map.of("key", key, "type", type, "wish", wish));
    }

    private static Map<String, Object> wish(Map<String, Object> more) {
        var wish = new HashMap<String, Object>(Map.of("label", Map.of("en", "Own"), "purpose", "To know"));
        wish.putAll(more);
        return wish;
    }

    private static Map<String, Object> with(Map<String, Object> wish, String key, Object value) {
        var other = new HashMap<>(wish);
        other.put(key, value);
        return other;
    }

    private static Map<String, Object> option(String code, String name) {
        return Map.of("code", code, "label", Map.of("en", name));
    }

    private String add(Map<String, String> attributes) {
        var fields = Map.of("givenName", "Own " + ++made, "attributes", attributes);
        return owner.post("/api/v1/customers", fields)
                .requireStatus(201)
                .json()
                .path("id")
                .asString();
    }

    private JsonNode definition(String key) {
        return StreamSupport.stream(owner.get(PATH).json().path("items").spliterator(), false)
                .filter(one -> one.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private List<String> keys() {
        return StreamSupport.stream(
                        owner.get("/api/v1/customer-attributes")
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .map(one -> one.path("key").asString())
                .toList();
    }

    @SafeVarargs
    private final List<String> list(Map<String, Object>... rules) {
        var answer =
                owner.post("/api/v1/customer-list", Map.of("rule", Map.of("kind", "all", "rules", List.of(rules))));
        return StreamSupport.stream(
                        answer.requireStatus(200).json().path("items").spliterator(), false)
                .map(one -> one.path("id").asString())
                .toList();
    }

    private static Map<String, Object> rule(String key, String operator, String... values) {
        var check = Map.of("operator", operator, "values", List.of(values));
        return Map.of("kind", "attribute", "key", key, "check", check);
    }
}
