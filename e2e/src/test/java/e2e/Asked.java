package e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/** What people ask of the shop around a backup: two are erased after it, one of them unknown to it, and one withdraws. */
final class Asked {
    static final String WORD = "zqxrestored";

    private static final String KNOWN = WORD + "@example.com";
    private static final String LATER = "later-" + WORD + "@example.com";
    private static final String WITHDREW = "withdrew@example.com";

    private final RunningProduct product;
    private final List<String> login;

    /** The known one and the one who agrees to letters are there before the backup. */
    Asked(RunningProduct product, List<String> login) throws Exception {
        this.product = product;
        this.login = login;
        try (var person = signedIn()) {
            add(person, KNOWN);
            var consent = Map.of("channel", "email", "action", "granted", "note", "said so");
            assertThat(person.send("POST", add(person, WITHDREW) + "/consents", consent)
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    void afterTheBackup() throws Exception {
        try (var person = signedIn()) {
            erase(person, card(person, KNOWN), KNOWN);
            erase(person, add(person, LATER), LATER);
            var consent = Map.of("channel", "email", "action", "withdrawn", "note", "said so");
            assertThat(person.send("POST", card(person, WITHDREW) + "/consents", consent)
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    /** In the restored product. */
    static void requireDone(Person person) throws Exception {
        for (var address : List.of(KNOWN, LATER)) {
            assertThat(person.json("/api/v1/customers?q=" + address).path("items"))
                    .isEmpty();
            assertThat(person.send("POST", "/api/v1/customers", Map.of("email", address))
                            .body())
                    .as(address)
                    .contains("CUSTOMER_ERASED");
        }
        var consents = person.json(card(person, WITHDREW) + "/consents");
        assertThat(consents.path("standings").get(0).path("standing").asString())
                .isEqualTo("WITHDRAWN");
    }

    private Person signedIn() throws Exception {
        var person = new Person(product.address());
        assertThat(person.signIn(login)).isEqualTo(200);
        return person;
    }

    private static String add(Person person, String address) throws Exception {
        var body = Map.of("fullName", address, "email", address);
        assertThat(person.send("POST", "/api/v1/customers", body).statusCode()).isEqualTo(201);
        return card(person, address);
    }

    private static String card(Person person, String address) throws Exception {
        var items = person.json("/api/v1/customers").path("items");
        for (var one : items) {
            if (one.path("email").asString("").equals(address))
                return "/api/v1/customers/" + one.path("id").asString();
        }
        throw new AssertionError(address + " is not among " + items);
    }

    private static void erase(Person person, String card, String address) throws Exception {
        var body = Map.of("confirmation", address);
        assertThat(person.send("POST", card + "/erasure", body).statusCode()).isEqualTo(200);
    }
}
