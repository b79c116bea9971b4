package regulars.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import tools.jackson.databind.JsonNode;

class PasskeysTest {
    private static final TestApp APP = TestApp.running();
    private static final String ROUTE = "/api/v1/session/passkeys";

    private final TestDevice device = new TestDevice(APP.address());

    @Test
    void letsSomebodyInWithTheirDeviceAlone() {
        var person = TestPeople.inRole(APP, "sales");
        add(person);

        var visitor = APP.stranger();
        var challenge =
                visitor.post(ROUTE + "/start", Map.of()).requireStatus(200).json();
        visitor.post(ROUTE + "/finish", device.signed(text(challenge.path("challenge"))))
                .requireStatus(204);

        var session = visitor.get("/api/v1/session").requireStatus(200).json();
        assertThat(session.at("/user/id"))
                .isEqualTo(person.get("/api/v1/session").json().at("/user/id"));
        var listed = person.get(ROUTE).json().path("items");
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).path("lastUsedAt").isNull()).isFalse();
    }

    @Test
    void refusesAnAnswerThatLies() {
        add(TestPeople.inRole(APP, "viewer"));

        assertThat(answered(device.withOrigin("https://evil.example.com"))).isEqualTo("PASSKEY_REFUSED");
        assertThat(answered(device.withParty("evil.example.com"))).isEqualTo("PASSKEY_REFUSED");
        assertThat(answered(device.locked())).isEqualTo("PASSKEY_REFUSED");
        assertThat(answered(device.withOtherKey())).isEqualTo("PASSKEY_REFUSED");
        assertThat(answered(device.withCount(1))).isEqualTo("PASSKEY_REFUSED");
        assertThat(answered(new TestDevice(APP.address()))).isEqualTo("PASSKEY_REFUSED");
        assertThat(answered(device)).isEmpty(); // the positive control
    }

    @Test
    void takesAnAnswerOnceAndOnlyInTheBrowserThatWasAsked() {
        add(TestPeople.inRole(APP, "viewer"));
        var visitor = APP.stranger();
        var challenge = text(visitor.post(ROUTE + "/start", Map.of()).json().path("challenge"));
        var answer = device.signed(challenge);
        var thief = APP.stranger();
        thief.post(ROUTE + "/start", Map.of()).requireStatus(200);

        assertThat(APP.stranger().post(ROUTE + "/finish", answer).code()).isEqualTo("PASSKEY_STALE");
        assertThat(thief.post(ROUTE + "/finish", answer).code()).isEqualTo("PASSKEY_REFUSED");
        visitor.post(ROUTE + "/finish", answer).requireStatus(204);
        assertThat(visitor.post(ROUTE + "/finish", device.signed(challenge)).code())
                .isEqualTo("PASSKEY_REFUSED");
    }

    @Test
    void addsOneWithThePasswordOnlyAndLetsItsOwnerRenameAndRemoveIt() {
        var person = TestPeople.inRole(APP, "viewer");
        assertThat(person.post(ROUTE + "/begin", Map.of("password", "wrong")).code())
                .isEqualTo("PASSWORD_WRONG");
        var id = add(person);
        var other = TestPeople.inRole(APP, "viewer");

        assertThat(other.delete(ROUTE + "/" + id).code()).isEqualTo("PASSKEY_NOT_FOUND");
        assertThat(other.put(ROUTE + "/" + id, Map.of("name", "mine")).code()).isEqualTo("PASSKEY_NOT_FOUND");
        person.put(ROUTE + "/" + id, Map.of("name", "Phone")).requireStatus(204);
        assertThat(text(person.get(ROUTE).json().path("items").get(0).path("name")))
                .isEqualTo("Phone");
        person.delete(ROUTE + "/" + id).requireStatus(204);
        assertThat(answered(device)).isEqualTo("PASSKEY_REFUSED");
    }

    private String add(TestClient person) {
        var wish = person.post(ROUTE + "/begin", Map.of("password", TestPeople.PASSWORD))
                .requireStatus(200)
                .json();
        var made = person.post(ROUTE, device.made(text(wish.path("challenge"))));
        return text(made.requireStatus(201).json().path("id"));
    }

    private static String answered(TestDevice device) {
        var visitor = APP.stranger();
        var challenge = visitor.post(ROUTE + "/start", Map.of()).json().path("challenge");
        return visitor.post(ROUTE + "/finish", device.signed(text(challenge))).code();
    }

    private static String text(JsonNode node) {
        return node.asString();
    }
}
