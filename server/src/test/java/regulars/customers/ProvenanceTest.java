package regulars.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static regulars.customers.ProfileField.CITY;
import static regulars.customers.ProfileField.EMAIL;
import static regulars.customers.ProfileField.FULL_NAME;
import static regulars.customers.ProfileField.GIVEN_NAME;
import static schema.customers.Tables.CUSTOMER;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import regulars.SettableClock;
import regulars.TestApp;
import regulars.TestClient;
import regulars.TestImports;
import regulars.TestPostgres;
import regulars.collect.SubjectKey;
import regulars.kernel.Actor;
import tools.jackson.databind.JsonNode;

class ProvenanceTest {
    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();

    @Test
    void tellsOfEachFieldWhoSaysItAndWhatOthersSayInstead() {
        TestImports.load(app, "customers", "Whence till", "id;email;city\nw-1;whence@example.com;Kyiv\n");
        TestImports.load(app, "customers", "Whence shop", "id;email;city\nw-2;whence@example.com;Lviv\n");
        var id = "/api/v1/customers/"
                + owner.get("/api/v1/customers?q=whence@example.com")
                        .json()
                        .path("items")
                        .get(0)
                        .path("id")
                        .asString();

        var before = city(id);
        owner.patch(
                        id,
                        Map.of(
                                "city",
                                before.path("others").get(0).path("value").asString()))
                .requireStatus(200);
        var after = city(id);

        assertThat(said(before.path("shown"))).containsExactly("Lviv", "Whence shop");
        assertThat(said(before.path("others").get(0))).containsExactly("Kyiv", "Whence till");
        assertThat(said(after.path("shown"))).containsExactly("Kyiv", "By hand");
        assertThat(after.path("shown").path("sources").asInt()).isEqualTo(2);
        assertThat(owner.get(id).json().path("city").asString()).isEqualTo("Kyiv");
    }

    @Test
    void showsTheWordOfTheSourceThatCountsFirst() {
        try (var postgres = new TestPostgres().create()) {
            var clock = new SettableClock(Instant.parse("2026-05-01T00:00:00Z"));
            var room = new CustomersFixture(postgres.dsl(), clock);
            var intake = room.intake();
            var projection = new ProjectionStore(postgres.dsl());
            var till = intake.origin("Till", "import", Actor.SYSTEM);
            var shop = intake.origin("Shop", "import", Actor.SYSTEM);
            var ann = say(intake, till, Map.of(EMAIL, "rule@example.com", FULL_NAME, "Ann Lee", CITY, "Kyiv"));
            say(intake, shop, Map.of(EMAIL, "rule@example.com", GIVEN_NAME, "Anna", CITY, "Lviv"));
            assertThat(row(postgres, ann)).containsExactly("Anna", "Lviv");

            projection.rule("name", List.of(till.sourceId()));
            projection.rule("place", List.of(till.sourceId()));
            projection.refresh(List.of(ann), clock.instant());
            assertThat(row(postgres, ann)).containsExactly("Ann Lee", "Kyiv");
            say(intake, shop, Map.of(EMAIL, "rule@example.com", CITY, "Odesa"));
            assertThat(row(postgres, ann)).containsExactly("Ann Lee", "Kyiv");

            var ref = new CustomerRef(ann, room.customers().ids(List.of(ann)).getOrDefault(ann, UUID.randomUUID()));
            var key = SubjectKey.manual(ref.id().toString());
            intake.edit(
                    intake.origin("By hand", "manual", Actor.SYSTEM),
                    ref,
                    IncomingCustomer.identified(key, Map.of(CITY, "Dnipro")));
            assertThat(row(postgres, ann)).containsExactly("Ann Lee", "Dnipro");
        }
    }

    private static int say(CustomerIntake intake, Origin origin, Map<ProfileField, @Nullable String> said) {
        var key = SubjectKey.external(origin.sourceCode(), "1");
        return intake.accept(origin.of(UUID.randomUUID()), List.of(IncomingCustomer.identified(key, said)))
                .getFirst()
                .customerNumber();
    }

    private static List<String> row(TestPostgres postgres, int number) {
        var row = postgres.dsl()
                .selectFrom(CUSTOMER)
                .where(CUSTOMER.NUMBER.eq(number))
                .fetchSingle();
        return List.of(row.getFullName(), row.getCity());
    }

    private JsonNode city(String id) {
        return owner.get(id + "/provenance")
                .requireStatus(200)
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("field").asString().equals("city"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> said(JsonNode value) {
        return List.of(value.path("value").asString(), value.path("source").asString());
    }
}
