package regulars.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;

class StopsApiTest {
    private static final String ADDRESS = "stops-left@example.com";

    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();

    @Test
    void tellsOnTheCardThatAnAddressIsStoppedAndWhy() {
        var customer = "/api/v1/customers/"
                + owner.post(
                                "/api/v1/customers",
                                Map.of("fullName", "Left", "email", ADDRESS, "phone", "+380501118877"))
                        .requireStatus(201)
                        .json()
                        .path("id")
                        .asString();
        var proof = Map.<String, Object>of("file", "old.csv", "reason", "asked twice");
        app.bean(Consents.class).suppressAll(Channel.EMAIL, Map.of(ADDRESS, proof), "imported");

        var granted = grant(customer, "email");
        var other = grant(customer, "sms");
        var consents = owner.get(customer + "/consents").requireStatus(200).json();
        var found =
                owner.get(customer + "/timeline?kind=consent&q=twice").json().path("items");
        var paged = owner.get(customer + "/timeline?limit=1&q=" + ADDRESS).json();

        assertThat(granted).isTrue();
        assertThat(other).isFalse();
        assertThat(consents.path("standings").get(0).path("standing").asString())
                .isEqualTo("GRANTED");
        assertThat(consents.path("standings").get(0).path("stopped").asBoolean())
                .isTrue();
        assertThat(consents.path("standings").get(1).path("stopped").asBoolean())
                .isFalse();
        assertThat(consents.path("stops")).singleElement().satisfies(stop -> {
            assertThat(stop.path("address").asString()).isEqualTo(ADDRESS);
            assertThat(stop.path("channel").asString()).isEqualTo("email");
            assertThat(List.of(
                            stop.path("reason").asString(),
                            stop.path("said").asString(),
                            stop.path("file").asString()))
                    .containsExactly("imported", "asked twice", "old.csv");
        });
        assertThat(found).singleElement().satisfies(entry -> {
            assertThat(entry.path("data").path("action").asString()).isEqualTo("stopped");
            assertThat(entry.path("data").path("why").asString()).isEqualTo("imported");
        });
        assertThat(paged.path("items").get(0).path("id").asString()).startsWith("stop-");
        assertThat(owner.get("/api/v1/suppressions/export.csv").text()).contains("email," + ADDRESS + ",,asked twice,");
    }

    private boolean grant(String customer, String channel) {
        return owner.post(
                        customer + "/consents",
                        Map.of("channel", channel, "action", "granted", "note", "Said so at the till"))
                .requireStatus(201)
                .json()
                .path("stopped")
                .asBoolean();
    }
}
