package regulars.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import tools.jackson.databind.JsonNode;

class CompaniesApiTest {
    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();

    @Test
    void keepsACompanyWithItsNumberAndPlace() {
        var group = add(Map.of("name", "Group of trees"));
        var made = add(Map.of(
                "name",
                "Trees of the east",
                "taxKind",
                "edrpou",
                "taxId",
                "1436 0570",
                "country",
                "Ukraine",
                "size",
                "small",
                "parentId",
                id(group)));

        assertThat(made.path("taxId").asString()).isEqualTo("14360570");
        assertThat(made.path("country").asString()).isEqualTo("UA");
        assertThat(made.path("parents").path(0).path("name").asString()).isEqualTo("Group of trees");
        assertThat(company(group).path("children").path(0).path("id")).isEqualTo(made.path("id"));
        var found = owner.get("/api/v1/companies?q=of%20the%20EAST")
                .requireStatus(200)
                .json();
        assertThat(found.path("items")).hasSize(1);
        assertThat(owner.get("/api/v1/companies?q=1436")
                        .requireStatus(200)
                        .json()
                        .path("items"))
                .hasSize(1);

        var cleared = owner.patch("/api/v1/companies/" + id(made), Map.of("taxId", "", "parentId", "", "size", ""))
                .requireStatus(200)
                .json();
        assertThat(cleared.path("taxId").isNull()).isTrue();
        assertThat(cleared.path("taxKind").isNull()).isTrue();
        assertThat(cleared.path("size").isNull()).isTrue();
        assertThat(cleared.path("parents")).isEmpty();
        assertThat(cleared.path("country").asString()).isEqualTo("UA");
    }

    @Test
    void findsWhatIsWrittenWithYoByYe() {
        add(Map.of("name", "Ёлка и Йод"));

        for (var written : List.of("елка", "ЁЛКА", "Елка и йод"))
            assertThat(found(written)).isEqualTo(1);
        assertThat(found("елка и иод")).isZero();
    }

    private int found(String text) {
        var q = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return owner.get("/api/v1/companies?q=" + q)
                .requireStatus(200)
                .json()
                .path("items")
                .size();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(refused(Map.of("name", " "))).isEqualTo("COMPANY_NEEDS_NAME");
        assertThat(refused(Map.of("country", "UA"))).isEqualTo("COMPANY_NEEDS_NAME");
        assertThat(refused(Map.of("name", "A", "taxKind", "inn", "taxId", "7707083894")))
                .isEqualTo("TAX_ID_INVALID");
        assertThat(refused(Map.of("name", "A", "size", "huge"))).isEqualTo("COMPANY_CHOICE_UNKNOWN");
        assertThat(refused(Map.of("name", "A", "country", "Atlantis"))).isEqualTo("COUNTRY_UNKNOWN");
        assertThat(refused(Map.of("name", "A", "parentId", "no id"))).isEqualTo("COMPANY_NOT_FOUND");
        assertThat(refused(Map.of("name", "x".repeat(201)))).isEqualTo("NAME_TOO_LONG");

        var first = add(Map.of("name", "Only one", "taxKind", "inn", "taxId", "7707083893"));
        assertThat(refused(Map.of("name", "Twin", "taxKind", "inn", "taxId", "7707083893")))
                .isEqualTo("COMPANY_EXISTS");
        owner.delete("/api/v1/companies/" + id(first)).requireStatus(204);
        add(Map.of("name", "Successor", "taxKind", "inn", "taxId", "7707083893"));
        assertThat(owner.post("/api/v1/companies/" + id(first) + "/restore", Map.of())
                        .code())
                .isEqualTo("COMPANY_EXISTS");
    }

    @Test
    void aTreeHasNoCycle() {
        var top = add(Map.of("name", "Top"));
        var middle = add(Map.of("name", "Middle", "parentId", id(top)));
        var low = add(Map.of("name", "Low", "parentId", id(middle)));

        for (var below : new JsonNode[] {top, middle, low}) {
            var refused = owner.patch("/api/v1/companies/" + id(top), Map.of("parentId", id(below)));
            assertThat(refused.code()).isEqualTo("COMPANY_TREE_CYCLE");
        }
        assertThat(company(top).path("parents")).isEmpty();
        assertThat(company(low).path("parents")).hasSize(2);
    }

    @Test
    void aDeletedCompanyIsGoneUntilItIsBroughtBack() {
        var company = add(Map.of("name", "Here and gone"));
        var path = "/api/v1/companies/" + id(company);

        owner.delete(path).requireStatus(204);
        assertThat(owner.get("/api/v1/companies?q=here%20and%20gone").json().path("items"))
                .isEmpty();
        assertThat(owner.patch(path, Map.of("name", "Back")).code()).isEqualTo("COMPANY_NOT_FOUND");
        assertThat(company(company).path("deleted").asBoolean()).isTrue();

        owner.post(path + "/restore", Map.of()).requireStatus(200);
        assertThat(owner.get("/api/v1/companies?q=here%20and%20gone").json().path("items"))
                .hasSize(1);
    }

    @Test
    void peopleAndCompaniesOpenEachOther() {
        var company = add(Map.of("name", "People's house"));
        var person = owner.post("/api/v1/customers", Map.of("fullName", "Deciding Dora"))
                .requireStatus(201)
                .json();
        var place = "/api/v1/companies/" + id(company) + "/people";

        owner.put(place + "/" + id(person), roles("Director", true, false, true))
                .requireStatus(204);
        owner.put(place + "/" + id(person), roles("Owner", true, true, false)).requireStatus(204);

        var people = owner.get(place).requireStatus(200).json().path("items");
        assertThat(people).hasSize(1);
        assertThat(people.get(0).path("name").asString()).isEqualTo("Deciding Dora");
        assertThat(people.get(0).path("roles").path("position").asString()).isEqualTo("Owner");
        assertThat(people.get(0).path("roles").path("payer").asBoolean()).isFalse();
        assertThat(company(company).path("people").asInt()).isEqualTo(1);
        var companies = owner.get("/api/v1/customers/" + id(person) + "/companies")
                .requireStatus(200)
                .json();
        assertThat(companies.path("items").path(0).path("company").path("name").asString())
                .isEqualTo("People's house");

        owner.delete(place + "/" + id(person)).requireStatus(204);
        assertThat(owner.get(place).json().path("items")).isEmpty();
    }

    private static Map<String, Object> roles(String position, boolean decides, boolean uses, boolean pays) {
        var roles = new HashMap<String, Object>();
        roles.put("position", position);
        roles.put("decisionMaker", decides);
        roles.put("endUser", uses);
        roles.put("payer", pays);
        return roles;
    }

    private JsonNode add(Map<String, Object> fields) {
        return owner.post("/api/v1/companies", fields).requireStatus(201).json();
    }

    private String refused(Map<String, Object> fields) {
        return owner.post("/api/v1/companies", fields).code();
    }

    private JsonNode company(JsonNode company) {
        return owner.get("/api/v1/companies/" + id(company)).requireStatus(200).json();
    }

    private static String id(JsonNode one) {
        return one.path("id").asString();
    }
}
