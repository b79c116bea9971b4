package regulars.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import regulars.kernel.Permission;
import regulars.work.Jobs;

/** What somebody began while they saw a customer, and what becomes of it when they do not any more. */
class SightAndTimeTest {
    private static final TestApp APP = TestApp.running();

    private final TestClient sales = TestPeople.inRole(APP, ofTheirOwn());

    @Test
    void undoesNoChangeOfACustomerWhoIsSomebodyElsesByNow() {
        var customer = added();
        var change = sales.post(
                        "/api/v1/customer-list/changes",
                        Map.of("ids", List.of(customer), "kind", "tag_added", "value", "Handed over"))
                .requireStatus(201)
                .json();
        APP.bean(Jobs.class).await(UUID.fromString(change.path("jobId").asString()), Duration.ofSeconds(30));
        var undo = "/api/v1/customer-changes/" + change.path("id").asString() + "/undo";
        var nobody = new HashMap<String, Object>();
        nobody.put("owner", null);
        APP.owner().put("/api/v1/customers/" + customer + "/owner", nobody).requireStatus(204);

        assertThat(sales.post(undo, Map.of()).code()).isEqualTo("BULK_BEYOND_SIGHT");
        assertThat(APP.owner().get("/api/v1/customers/" + customer).text()).contains("tag_handed_over");
        APP.owner().post(undo, Map.of()).requireStatus(201);
    }

    @Test
    void handsAWholePersonOverOnlyToThoseFromWhomNothingIsKept() {
        var clerk = TestPeople.with(APP, Permission.CUSTOMERS_READ, Permission.CUSTOMERS_ERASE);
        var archive = "/api/v1/customers/" + added() + "/personal-data.zip";
        APP.owner()
                .put("/api/v1/field-rights/sex", Map.of("seenBy", List.of("marketer")))
                .requireStatus(200);

        var refused = clerk.get(archive);
        APP.owner().get(archive).requireStatus(200);
        APP.owner().put("/api/v1/field-rights/sex", Map.of()).requireStatus(200);

        assertThat(refused.code()).isEqualTo("FIELD_HIDDEN");
    }

    private String added() {
        return sales.post("/api/v1/customers", Map.of("fullName", "Sight " + UUID.randomUUID()))
                .requireStatus(201)
                .json()
                .path("id")
                .asString();
    }

    private static String ofTheirOwn() {
        var rights = List.of("customers.read", "customers.edit", "jobs.read");
        var wish = Map.of("name", "Own " + UUID.randomUUID(), "permissions", rights, "scope", "own");
        return APP.owner()
                .post("/api/v1/roles", wish)
                .requireStatus(201)
                .json()
                .path("id")
                .asString();
    }
}
