package regulars.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static schema.customers.Tables.CUSTOMER;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import regulars.warehouse.Warehouse;
import tools.jackson.databind.JsonNode;

class CustomerEditApiTest {
    private static int people;

    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();

    @Test
    void showsAnAddedCustomerInTheMirrorAtOnce() {
        var id = UUID.fromString(add().path("id").asString());

        boolean mirrored = app.bean(Warehouse.class).read(mirror -> mirror.fetchExists(CUSTOMER, CUSTOMER.ID.eq(id)));

        assertThat(mirrored).isTrue();
    }

    @Test
    void keepsEveryEditSoThatItCanBeTakenBack() {
        var path = "/api/v1/customers/" + add().path("id").asString();

        owner.patch(path, Map.of("city", "Kyiv", "fullName", "Anna")).requireStatus(200);
        owner.patch(path, Map.of("city", "", "fullName", "Ann")).requireStatus(200);

        var card = owner.get(path).requireStatus(200).json();
        assertThat(card.path("city").isNull()).isTrue();
        assertThat(card.path("name").asString()).isEqualTo("Ann");
        assertThat(items(path + "/timeline?kind=edit")).hasSize(3);
        assertThat(items(path + "/timeline?kind=edit&q=KYIV")).hasSize(1);
    }

    @Test
    void takesNoBirthToComeAndNoKindOfEntriesThatThereIsNot() {
        var path = "/api/v1/customers/" + add().path("id").asString();
        var today = LocalDate.ofInstant(app.clock().instant(), ZoneOffset.UTC);

        var future = owner.patch(path, Map.of("birthDate", today.plusDays(2).toString()));
        var past = owner.patch(path, Map.of("birthDate", today.minusDays(2).toString()));
        var bogus = owner.get(path + "/timeline?kind=bogus");

        assertThat(future.code()).isEqualTo("BIRTH_DATE_INVALID");
        assertThat(past.status()).isEqualTo(200);
        assertThat(bogus.code()).isEqualTo("TIMELINE_KIND_UNKNOWN");
        assertThat(bogus.json().path("detail").asString()).contains("consent, edit");
    }

    @Test
    void takesAnAddressOutOfUseAndBack() {
        var card = add();
        var path = "/api/v1/customers/" + card.path("id").asString();
        var email = card.path("email").asString();

        var without = owner.post(path + "/contacts/remove", Map.of("kind", "email", "value", email))
                .requireStatus(200)
                .json();
        var again = owner.post(path + "/contacts/remove", Map.of("kind", "email", "value", email));
        var back = owner.patch(path, Map.of("email", email)).requireStatus(200).json();

        assertThat(without.path("email").isNull()).isTrue();
        assertThat(without.path("contacts").get(0).path("validity").asString()).isEqualTo("invalid");
        assertThat(again.code()).isEqualTo("CONTACT_UNKNOWN");
        assertThat(back.path("email").asString()).isEqualTo(email);
        assertThat(back.path("contacts").get(0).path("validity").asString()).isEqualTo("unchecked");
    }

    @Test
    void takesOwnFieldsByHandAndRefusesWhatIsNone() {
        app.bean(Attributes.class).define("hand_size", AttributeType.NUMBER, Map.of("en", "Hand size"));
        var path = "/api/v1/customers/" + add().path("id").asString();

        owner.patch(path, Map.of("attributes", Map.of("hand_size", "7.5"))).requireStatus(200);
        var refused = owner.patch(path, Map.of("city", "Lviv", "attributes", Map.of("hand_size", "large")));
        var unknown = owner.patch(path, Map.of("attributes", Map.of("no_such", "1")));
        var kept = owner.get(path).json();
        owner.patch(path, Map.of("attributes", Map.of("hand_size", ""))).requireStatus(200);

        assertThat(refused.code()).isEqualTo("ATTRIBUTE_VALUE_INVALID");
        assertThat(unknown.code()).isEqualTo("ATTRIBUTE_UNKNOWN");
        assertThat(kept.path("attributes").path("hand_size").decimalValue()).isEqualByComparingTo("7.5");
        assertThat(kept.path("city").isNull()).isTrue();
        assertThat(owner.get(path).json().path("attributes")).isEmpty();
    }

    @Test
    void writesDownAConsentWithHowAndWhatWasSaid() {
        var path = "/api/v1/customers/" + add().path("id").asString() + "/consents";
        var told = Map.of("channel", "email", "action", "granted", "how", "in_person", "note", "Said so at the till");

        var refused = owner.post(path, Map.of("channel", "email", "action", "granted", "how", "dream", "note", "x"));
        var before = owner.get(path).json().path("evidence");
        owner.post(path, told).requireStatus(201);

        var consents = owner.get(path).requireStatus(200).json();
        assertThat(refused.code()).isEqualTo("CONSENT_HOW_UNKNOWN");
        assertThat(before).isEmpty();
        assertThat(consents.path("standings").get(0).path("standing").asString())
                .isEqualTo("GRANTED");
        var proof = consents.path("evidence").get(0);
        assertThat(proof.path("how").asString()).isEqualTo("in_person");
        assertThat(proof.path("note").asString()).isEqualTo("Said so at the till");
    }

    @Test
    void tellsOfEachEditWhoMadeItAndWhatWasThereBefore() {
        var path = "/api/v1/customers/" + add().path("id").asString();
        app.clock().advance(Duration.ofSeconds(1));
        owner.patch(path, Map.of("city", "Lviv")).requireStatus(200);
        app.clock().advance(Duration.ofSeconds(1));
        owner.patch(path, Map.of("city", "Odesa")).requireStatus(200);

        var edits = items(path + "/timeline?kind=edit");

        var latest = edits.get(0).path("data");
        assertThat(latest.path("said").path("city").asString()).isEqualTo("Odesa");
        assertThat(latest.path("was").path("city").asString()).isEqualTo("Lviv");
        assertThat(latest.path("by").asString()).isNotEmpty();
        assertThat(latest.path("last").asBoolean()).isTrue();
        assertThat(edits.get(1).path("data").path("was")).isEmpty();
        assertThat(edits.get(1).path("data").path("last").asBoolean()).isFalse();
    }

    private JsonNode add() {
        return owner.post("/api/v1/customers", Map.of("fullName", "Ann", "email", "hand" + ++people + "@example.com"))
                .requireStatus(201)
                .json();
    }

    private JsonNode items(String path) {
        return owner.get(path).requireStatus(200).json().path("items");
    }
}
