package regulars.segments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import regulars.TestImports;
import regulars.access.TestPeople;
import tools.jackson.databind.JsonNode;

class ExportApiTest {
    private static final List<String> AWKWARD =
            List.of("=1+1", "@sum", "-5", "'=quoted", "O'Neil, \"Ann\"; & <b>", "007", "Їжак 张伟", "two\nlines");
    private static boolean there;

    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();

    @Test
    void whatIsTakenHomeComesBackExactlyInBothFormats() {
        settle();
        var asked = "?q=exported-&order=EMAIL&descending=false&columns=name,email,phone,city";

        var csv = rows(
                "a.csv",
                owner.get("/api/v1/customer-list/export.csv" + asked)
                        .requireStatus(200)
                        .response()
                        .body());
        var workbook = owner.get("/api/v1/customer-list/export.xlsx" + asked).requireStatus(200);
        var xlsx = rows("a.xlsx", workbook.response().body());

        assertThat(workbook.header("Content-Disposition")).isEqualTo("attachment; filename=\"customers.xlsx\"");
        assertThat(csv.stream().map(row -> row.get(0))).containsExactlyElementsOf(AWKWARD);
        assertThat(csv.stream().map(row -> row.get(2))).contains("+380671110000");
        assertThat(xlsx).isEqualTo(csv);
    }

    @Test
    void companiesAreTakenHomeToo() {
        owner.post("/api/v1/companies", Map.of("name", "=Exported & Sons")).requireStatus(201);

        var csv = rows(
                "c.csv",
                owner.get("/api/v1/companies/export.csv?q=Exported")
                        .requireStatus(200)
                        .response()
                        .body());
        var xlsx = rows(
                "c.xlsx",
                owner.get("/api/v1/companies/export.xlsx?q=Exported")
                        .requireStatus(200)
                        .response()
                        .body());

        assertThat(csv).hasSize(1);
        assertThat(csv.getFirst().get(1)).isEqualTo("=Exported & Sons");
        assertThat(xlsx).isEqualTo(csv);
    }

    @Test
    void anOwnerIsTakenHomeFoundAndBroughtBack() {
        var sales = TestPeople.inRole(app, "sales");
        var id = sales.get("/api/v1/session").json().path("user").path("id").asString();
        var email =
                sales.get("/api/v1/session").json().path("user").path("email").asString();
        TestImports.load(app, "customers", "Owned", "name;email;owner\nOwned One;owned-1@example.com;" + email + "\n");

        var rule = Map.of("kind", "field", "field", "OWNER", "check", Map.of("operator", "IS", "values", List.of(id)));
        var found = owner.post("/api/v1/customer-list", Map.of("rule", rule))
                .requireStatus(200)
                .json();
        var file = owner.get("/api/v1/customer-list/export.csv?q=owned-1@&columns=email,owner")
                .requireStatus(200)
                .text();

        assertThat(found.path("items"))
                .singleElement()
                .satisfies(one -> assertThat(one.path("ownerId").asString()).isEqualTo(id));
        assertThat(file.lines().toList()).contains("owned-1@example.com,sales");
    }

    /** As our own import reads the file. */
    private List<List<String>> rows(String name, byte[] file) {
        var preview = owner.upload("/api/v1/imports/files", name, file)
                .requireStatus(200)
                .json();
        var rows = new ArrayList<List<String>>();
        for (JsonNode row : preview.path("first")) {
            var cells = new ArrayList<String>();
            row.forEach(cell -> cells.add(cell.asString()));
            rows.add(cells);
        }
        return rows;
    }

    private void settle() {
        if (there) return;
        for (int i = 0; i < AWKWARD.size(); i++) {
            var person = new HashMap<String, Object>(
                    Map.of("fullName", AWKWARD.get(i), "email", "exported-" + i + "@example.com", "city", "=City"));
            if (i == 0) person.put("phone", "+380671110000");
            owner.post("/api/v1/customers", person).requireStatus(201);
        }
        there = true;
    }
}
