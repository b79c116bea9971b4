package regulars.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static regulars.kernel.Permission.AUDIT_READ;
import static regulars.kernel.Permission.CAMPAIGNS_EDIT;
import static regulars.kernel.Permission.CAMPAIGNS_READ;
import static regulars.kernel.Permission.CONTENT_EDIT;
import static regulars.kernel.Permission.CONTENT_READ;
import static regulars.kernel.Permission.CUSTOMERS_EDIT;
import static regulars.kernel.Permission.CUSTOMERS_EXPORT;
import static regulars.kernel.Permission.CUSTOMERS_READ;
import static regulars.kernel.Permission.IMPORTS_RUN;
import static regulars.kernel.Permission.INSIGHT_READ;
import static regulars.kernel.Permission.SEGMENTS_EDIT;
import static regulars.kernel.Permission.SEGMENTS_READ;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import regulars.access.TestPeople;
import regulars.kernel.Permission;
import tools.jackson.databind.json.JsonMapper;

/** Values that occur nowhere else are put into every field that can be hidden, and looked for in every answer. */
class FieldRightsTest {
    private static final TestApp APP = TestApp.running();
    private static final Permission[] MOST = {
        CUSTOMERS_READ,
        CUSTOMERS_EDIT,
        CUSTOMERS_EXPORT,
        IMPORTS_RUN,
        SEGMENTS_READ,
        SEGMENTS_EDIT,
        INSIGHT_READ,
        CONTENT_READ,
        CONTENT_EDIT,
        CAMPAIGNS_READ,
        CAMPAIGNS_EDIT,
        AUDIT_READ
    };
    private static final String OWN = "marked_health";
    private static final Map<String, String> MARKS = Map.of(
            "email", "zq-mark@zq-mark.example",
            "phone", "+380671239871",
            "birthDate", "1931-07-19",
            "city", "Zqmarkcity",
            "region", "Zqmarkregion",
            "district", "Zqmarkdistrict",
            "country", "VU",
            "language", "nv",
            "zone", "Pacific/Efate");
    private static final String MARK = "zqmark";
    private static final String TYPE = "marked_implant";

    private static TestClient owner = APP.owner();
    private static TestClient narrow = owner;
    private static String customer = "";
    private static String segment = "";
    private static String object = "";
    private static int attribute;

    @BeforeAll
    static void hidesEveryFieldFromARole() {
        var wish = Map.of(
                "label",
                Map.of("en", "Health"),
                "purpose",
                "To care",
                "sensitivity",
                "SPECIAL",
                "seenBy",
                List.of("marketer"));
        attribute = owner.post("/api/v1/attribute-definitions", Map.of("key", OWN, "type", "TEXT", "wish", wish))
                .requireStatus(201)
                .json()
                .path("id")
                .asInt();
        var fields = new LinkedHashMap<String, Object>(MARKS);
        fields.put("fullName", "Narrow Looked");
        fields.put("attributes", Map.of(OWN, MARK + " condition"));
        customer = owner.post("/api/v1/customers", fields)
                .requireStatus(201)
                .json()
                .path("id")
                .asString();
        owner.post(
                        "/api/v1/customers/" + customer + "/consents",
                        Map.of("channel", "email", "action", "granted", "note", "said so", "how", "phone"))
                .requireStatus(201);
        segment = owner.post("/api/v1/segments", Map.of("name", "Marked", "rule", rule()))
                .requireStatus(201)
                .json()
                .path("id")
                .asString();
        owner.get("/api/v1/customer-list/export.csv?rule=" + encoded(rule()) + "&q=zq-mark")
                .requireStatus(200);
        for (var field : FieldRights.GOVERNED) {
            owner.put("/api/v1/field-rights/" + field.key(), Map.of("seenBy", List.of("marketer")))
                    .requireStatus(200);
        }
        narrow = TestPeople.with(APP, MOST);
        addObject(wish);
    }

    private static void addObject(Map<String, ?> hidden) {
        ObjectsFixture.named(owner, TYPE, hidden);
        object = owner.post(
                        "/api/v1/objects",
                        Map.of("type", TYPE, "customerId", customer, "attributes", Map.of("name", MARK + " implant")))
                .requireStatus(201)
                .json()
                .path("id")
                .asString();
    }

    @AfterAll
    static void showsThemAgain() {
        for (var field : FieldRights.GOVERNED) owner.put("/api/v1/field-rights/" + field.key(), Map.of());
        owner.delete("/api/v1/segments/" + segment);
    }

    @Test
    void saysAHiddenValueInNoAnswer() {
        var told = new ArrayList<String>();
        walk(narrow).forEach((request, answer) -> {
            for (String mark : marks()) if (answer.contains(mark)) told.add(request + " told " + mark);
        });

        assertThat(told).isEmpty();
    }

    /** The positive control: the same walk finds each of the values for whoever may see them. */
    @Test
    void saysThemToWhoeverMaySeeThem() {
        var marketer = TestPeople.inRole(APP, "marketer");
        var found = new LinkedHashMap<String, Integer>();
        walk(marketer).values().forEach(answer -> {
            for (String mark : marks()) if (answer.contains(mark)) found.merge(mark, 1, Integer::sum);
        });

        assertThat(found).containsOnlyKeys(marks());
        assertThat(found.get("zq-mark@zq-mark.example")).isGreaterThan(5);
        assertThat(found.get(MARK + " condition")).isGreaterThan(4);
    }

    @Test
    void findsNobodyByAHiddenAddressOrEdit() {
        var byMail =
                narrow.post("/api/v1/customer-list", Map.of("q", "zq-mark")).requireStatus(200);
        var byPhone = narrow.get("/api/v1/customers?q=671239876").requireStatus(200);
        var byEdit = narrow.get("/api/v1/customers/" + customer + "/timeline?kind=edit&q=" + MARK)
                .requireStatus(200);
        var byName = narrow.get("/api/v1/customers?q=Narrow").requireStatus(200);

        assertThat(byMail.json().path("items")).isEmpty();
        assertThat(byPhone.json().path("items")).isEmpty();
        assertThat(byEdit.json().path("items")).isEmpty();
        assertThat(byName.json().path("items")).hasSize(1);
    }

    @Test
    void refusesToAskAboutAHiddenField() {
        var country =
                Map.of("kind", "field", "field", "AGE", "check", Map.of("operator", "KNOWN", "values", List.of()));
        var contact = Map.of(
                "kind",
                "contact",
                "contact",
                "EMAIL",
                "quality",
                "ANY",
                "domains",
                List.of(),
                "callingCodes",
                List.of());
        var test = Map.of("field", "name", "check", check("IS", MARK + " implant"));
        var objects = Map.of("kind", "objects", "type", TYPE, "check", check("AT_LEAST", "1"), "where", List.of(test));
        for (var rule : List.of(rule(), country, contact, objects)) {
            var question = Map.of("rule", rule);
            assertThat(narrow.post("/api/v1/customer-list", question).code()).isEqualTo("FIELD_HIDDEN");
            assertThat(narrow.post("/api/v1/customer-list/count", question).code())
                    .isEqualTo("FIELD_HIDDEN");
            assertThat(narrow.post("/api/v1/segments/preview", question).code()).isEqualTo("FIELD_HIDDEN");
            assertThat(narrow.post("/api/v1/segments/preview/panel", question).code())
                    .isEqualTo("FIELD_HIDDEN");
            assertThat(narrow.post("/api/v1/segments", Map.of("name", "X", "rule", rule))
                            .code())
                    .isEqualTo("FIELD_HIDDEN");
        }
        assertThat(narrow.post("/api/v1/customer-list", Map.of("order", "EMAIL"))
                        .code())
                .isEqualTo("FIELD_HIDDEN");
        assertThat(narrow.get("/api/v1/customer-list/export.csv?columns=id&columns=attribute." + OWN)
                        .code())
                .isEqualTo("FIELD_HIDDEN");
        assertThat(narrow.get("/api/v1/segments/" + segment).code()).isEqualTo("FIELD_HIDDEN");
        assertThat(narrow.get("/api/v1/segments/" + segment + "/members").code())
                .isEqualTo("FIELD_HIDDEN");
        assertThat(narrow.get("/api/v1/segments/" + segment + "/why/" + customer)
                        .code())
                .isEqualTo("FIELD_HIDDEN");
        assertThat(narrow.get("/api/v1/segments").text()).doesNotContain(segment);
        assertThat(narrow.get("/api/v1/customers/" + customer + "/segments").text())
                .doesNotContain(segment);
    }

    @Test
    void refusesToWriteAHiddenField() {
        var path = "/api/v1/customers/" + customer;

        var ofObject = narrow.patch("/api/v1/objects/" + object, Map.of("attributes", Map.of("name", "x")));
        var byTitle = narrow.get("/api/v1/objects?order=TITLE&type=" + TYPE);
        var found = narrow.get("/api/v1/objects?q=implant&type=" + TYPE);
        assertThat(ofObject.code()).isEqualTo("FIELD_READ_ONLY");
        assertThat(byTitle.code()).isEqualTo("FIELD_HIDDEN");
        assertThat(found.requireStatus(200).json().path("items")).isEmpty();
        var own = narrow.patch(path, Map.of("attributes", Map.of(OWN, "x")));
        var usual = narrow.patch(path, Map.of("email", "other@example.com", "fullName", "Changed"));
        var added = narrow.post("/api/v1/customers", Map.of("fullName", "X", "phone", "+380501119999"));
        var allowed = narrow.patch(path, Map.of("fullName", "Narrow Looked"));

        assertThat(own.code()).isEqualTo("FIELD_READ_ONLY");
        assertThat(usual.code()).isEqualTo("FIELD_READ_ONLY");
        assertThat(added.code()).isEqualTo("FIELD_READ_ONLY");
        assertThat(allowed.status()).isEqualTo(200);
        var card = owner.get(path).json();
        assertThat(card.path("email").asString()).isEqualTo(MARKS.get("email"));
        assertThat(card.path("name").asString()).isEqualTo("Narrow Looked");
    }

    @Test
    void refusesAnImportThatWouldWriteAHiddenField() {
        var file = narrow.upload(
                        "/api/v1/imports/files", "people.csv", "Name,City\nAnn,Lviv\n".getBytes(StandardCharsets.UTF_8))
                .requireStatus(200);
        var mapping = List.of(Map.of("column", 0, "field", "fullName"), Map.of("column", 1, "field", "city"));
        var request = Map.of(
                "fileId",
                file.json().path("fileId").asString(),
                "kind",
                "customers",
                "source",
                "Shop",
                "mapping",
                mapping);

        assertThat(narrow.post("/api/v1/imports", Map.of("files", List.of(request), "dryRun", true))
                        .code())
                .isEqualTo("FIELD_READ_ONLY");
    }

    @Test
    void letsARoleSeeWhatItMayNotChange() {
        owner.put("/api/v1/field-rights/sex", Map.of("editedBy", List.of("marketer")))
                .requireStatus(200);
        var seen = narrow.get("/api/v1/customer-fields").requireStatus(200).json();
        var refused = narrow.patch("/api/v1/customers/" + customer, Map.of("sex", "female"));
        owner.put("/api/v1/field-rights/sex", Map.of("seenBy", List.of("marketer")));

        assertThat(seen.path("items")).singleElement().satisfies(one -> {
            assertThat(one.path("field").asString()).isEqualTo("sex");
            assertThat(one.path("editable").asBoolean()).isFalse();
        });
        assertThat(refused.code()).isEqualTo("FIELD_READ_ONLY");
    }

    @Test
    void hidesRestrictedFieldsFromPrograms() {
        var key = TestPeople.key(APP, CUSTOMERS_READ);

        var card = key.get("/api/v1/customers/" + customer).requireStatus(200).text();

        assertThat(card).contains("Narrow Looked");
        for (String mark : marks()) assertThat(card).doesNotContain(mark);
    }

    @Test
    void keepsEveryReadOfASpecialCategoryInTheAudit() {
        var marketer = TestPeople.inRole(APP, "marketer");
        marketer.get("/api/v1/customers/" + customer).requireStatus(200);
        marketer.get("/api/v1/customers/" + customer + "/attributes/" + OWN + "/history")
                .requireStatus(200);

        var entries = owner.get("/api/v1/audit?action=customers.special-read&subject=" + customer)
                .requireStatus(200)
                .json();

        assertThat(entries.path("items").size()).isGreaterThanOrEqualTo(2);
        assertThat(entries.path("items")
                        .get(0)
                        .path("details")
                        .path("fields")
                        .get(0)
                        .asString())
                .isEqualTo(OWN);
    }

    /** Every answer to a GET and to a POST that only reads. */
    private static Map<String, String> walk(TestClient client) {
        var answers = new LinkedHashMap<String, String>();
        var paths = APP.stranger().get("/api/openapi.json").json().path("paths");
        paths.propertyStream()
                .filter(path -> path.getValue().has("get"))
                .map(Map.Entry::getKey)
                .forEach(path ->
                        answers.put("GET " + path, client.get(address(path)).text()));
        answers.put(
                "timeline",
                client.get("/api/v1/customers/" + customer + "/timeline?limit=200")
                        .text());
        answers.put(
                "audit",
                client.get("/api/v1/audit?action=customers.exported&limit=200").text());
        for (String path : List.of("/api/v1/customer-list", "/api/v1/customer-list/count")) {
            answers.put("POST " + path, client.post(path, Map.of("q", "Narrow")).text());
        }
        var known = Map.of(
                "kind",
                "orders",
                "measure",
                "COUNT",
                "check",
                check("AT_LEAST", "0"),
                "window",
                Map.of(),
                "statuses",
                List.of());
        answers.put(
                "people",
                client.post("/api/v1/segments/preview/panel", Map.of("rule", known))
                        .text());
        answers.put("template", preview(client));
        return answers;
    }

    private static String preview(TestClient client) {
        var body = "<p>{{ customer.email }} {{ customer.phone }} {{ customer.city }} {{ customer.birth_date }} "
                + "{{ customer.attributes." + OWN + " }}</p>";
        var draft = Map.of(
                "name",
                "Marked",
                "type",
                "promotion",
                "language",
                "en",
                "subject",
                "Hello",
                "preheader",
                "",
                "format",
                "html",
                "body",
                body);
        return client.post("/api/v1/templates/preview", Map.of("draft", draft, "customerId", customer))
                .text();
    }

    private static String address(String path) {
        return path.replaceFirst("^(/api/v1/customers)/\\{[^}]+}", "$1/" + customer)
                .replaceFirst("^(/api/v1/segments)/\\{[^}]+}", "$1/" + segment)
                .replaceFirst("^(/api/v1/objects)/\\{[^}]+}", "$1/" + object)
                .replaceFirst("^(/api/v1/objects(/export.*)?)$", "$1?type=" + TYPE)
                .replace("{customerId}", customer)
                .replace("{key}", OWN)
                .replaceAll("\\{[^}]+}", Integer.toString(attribute));
    }

    private static List<String> marks() {
        var marks = new ArrayList<>(MARKS.values());
        marks.removeAll(List.of("VU", "nv")); // too short to be nothing else
        marks.add(MARK + " condition");
        marks.add(MARK + " implant");
        return marks;
    }

    private static Map<String, Object> rule() {
        return Map.of("kind", "attribute", "key", OWN, "check", check("IS", MARK + " condition"));
    }

    private static Map<String, Object> check(String operator, String value) {
        return Map.of("operator", operator, "values", List.of(value));
    }

    private static String encoded(Object value) {
        return URLEncoder.encode(JsonMapper.shared().writeValueAsString(value), StandardCharsets.UTF_8);
    }
}
