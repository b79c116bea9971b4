package regulars.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static schema.customers.Tables.CONTACT_POINT;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import regulars.warehouse.Warehouse;
import regulars.work.JobState;
import regulars.work.Jobs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ImportsApiTest {
    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();

    @Test
    void importsAFileByItsOwnSuggestions() {
        var preview = upload("id;name;email;shoe size\n1;Ann;ann.api@example.com;38,5\n;=cmd();not an address;40\n");
        assertThat(preview.path("suggestedKind").asString()).isEqualTo("customers");
        assertThat(preview.path("form").path("delimiter").asString()).isEqualTo(";");
        assertThat(preview.path("rows").asInt()).isEqualTo(2);
        assertThat(preview.path("first").size()).isEqualTo(2);

        var started = owner.post("/api/v1/imports", request(preview, "Api customers", false))
                .requireStatus(202)
                .json();
        var job = await(started);
        assertThat(job).isEqualTo(JobState.DONE);
        assertThat(mirrored("ann.api@example.com")).isTrue();
        var done = owner.get("/api/v1/imports/" + started.path("importId").asString())
                .requireStatus(200)
                .json();

        assertThat(done.path("state").asString()).isEqualTo("done");
        var taken = done.path("files").path(0);
        assertThat(taken.path("counts").path("created").asInt()).isEqualTo(1);
        assertThat(taken.path("counts").path("rejected").asInt()).isEqualTo(1);
        assertThat(taken.path("problems").path(0).path("code").asString()).isEqualTo("EMAIL_INVALID");
        var list = owner.get("/api/v1/imports?limit=200").requireStatus(200).json();
        assertThat(list.path("items").valueStream().map(one -> one.path("id"))).contains(started.path("importId"));
    }

    private boolean mirrored(String email) {
        return app.bean(Warehouse.class).read(db -> db.fetchExists(CONTACT_POINT, CONTACT_POINT.NORMALISED.eq(email)));
    }

    @Test
    void givesTheErrorsAsATableThatIsNoFormula() {
        var preview = upload("id,email\n1,=HYPERLINK(1)\n");
        var started = owner.post("/api/v1/imports", request(preview, "Api errors", true))
                .requireStatus(202)
                .json();
        await(started);

        var path = "/api/v1/imports/" + started.path("importId").asString();
        var part = owner.get(path).json().path("files").path(0).path("id").asString();
        var file =
                owner.get(path + "/files/" + part + "/errors.csv?language=uk").requireStatus(200);

        assertThat(file.header("Content-Disposition")).contains("attachment");
        assertThat(file.text())
                .startsWith("\ufeffРядок,Стовпець,")
                .contains("2,email,'=HYPERLINK(1),EMAIL_INVALID,", "не адреса");
    }

    @Test
    void refusesStrangersAndNonsense() {
        assertThat(app.stranger().get("/api/v1/imports").status()).isEqualTo(401);
        var missing = owner.get("/api/v1/imports/" + UUID.randomUUID());
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.code()).isEqualTo("IMPORT_NOT_FOUND");
        var binary = owner.upload(
                "/api/v1/imports/files", "x.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 1, 0, 0});
        assertThat(binary.status()).isEqualTo(422);
        assertThat(binary.code()).isEqualTo("FILE_NOT_TEXT");
        var preview = upload("id,email\n1,a@example.com\n");
        var incomplete = (ObjectNode) request(preview, "Api nonsense", false);
        ((ObjectNode) incomplete.path("files").path(0)).putArray("mapping");
        var refused = owner.post("/api/v1/imports", incomplete);
        assertThat(refused.code()).isEqualTo("MAPPING_INCOMPLETE");
        assertThat(refused.json().path("params").path("file").asString()).isEqualTo("people.csv");
        incomplete.putArray("files");
        assertThat(owner.post("/api/v1/imports", incomplete).code()).isEqualTo("IMPORT_FILES_COUNT");
    }

    @Test
    void takesCustomersByHand() {
        var made = owner.post("/api/v1/customers", Map.of("givenName", "Olha", "email", "Olha@Example.com"))
                .requireStatus(201)
                .json();
        var id = made.path("id").asString();
        assertThat(made.path("email").asString()).isEqualTo("olha@example.com");

        var changed = owner.patch(
                        "/api/v1/customers/" + id,
                        Map.of("familyName", "Koval", "city", "Lviv", "phone", "+380671112233"))
                .requireStatus(200)
                .json();
        assertThat(changed.path("name").asString()).isEqualTo("Olha Koval");
        assertThat(changed.path("email").asString()).isEqualTo("olha@example.com");
        var cleared = owner.patch("/api/v1/customers/" + id, Map.of("city", "", "phone", ""))
                .requireStatus(200)
                .json();
        assertThat(cleared.path("city").isNull()).isTrue();
        assertThat(cleared.path("phone").isNull()).isTrue();

        assertThat(owner.post("/api/v1/customers", Map.of("email", "OLHA@example.com"))
                        .code())
                .isEqualTo("CUSTOMER_EXISTS");
        assertThat(owner.post("/api/v1/customers", Map.of("city", "Kyiv")).code())
                .isEqualTo("CUSTOMER_NEEDS_CONTACT");
        assertThat(owner.patch("/api/v1/customers/" + id, Map.of("email", "nobody"))
                        .code())
                .isEqualTo("EMAIL_INVALID");
    }

    @Test
    void writesDownConsentsWithTheirNote() {
        var made = owner.post("/api/v1/customers", Map.of("fullName", "Consenting", "email", "consenting@example.com"));
        var consents =
                "/api/v1/customers/" + made.requireStatus(201).json().path("id").asString() + "/consents";

        owner.post(consents, Map.of("channel", "email", "action", "granted", "note", "Said so at the till"))
                .requireStatus(201);
        assertThat(standing(consents)).isEqualTo("GRANTED");
        assertThat(owner.post(consents, Map.of("channel", "email", "action", "granted", "note", " "))
                        .code())
                .isEqualTo("CONSENT_NOTE_MISSING");
        owner.post(consents, Map.of("channel", "email", "action", "withdrawn", "note", "Called us"))
                .requireStatus(201);
        assertThat(standing(consents)).isEqualTo("WITHDRAWN");
    }

    private String standing(String consents) {
        for (JsonNode one : owner.get(consents).requireStatus(200).json().path("standings")) {
            if (one.path("channel").asString().equals("email")
                    && one.path("purpose").asString().equals("marketing")) {
                return one.path("standing").asString();
            }
        }
        return "";
    }

    private JsonNode upload(String csv) {
        return owner.upload("/api/v1/imports/files", "people.csv", csv.getBytes(StandardCharsets.UTF_8))
                .requireStatus(200)
                .json();
    }

    private static JsonNode request(JsonNode preview, String source, boolean dryRun) {
        var whole = JsonMapper.shared().createObjectNode();
        whole.put("dryRun", dryRun);
        var request = whole.putArray("files").addObject();
        request.set("fileId", preview.path("fileId"));
        request.set("kind", preview.path("suggestedKind"));
        request.put("source", source);
        for (JsonNode kind : preview.path("kinds")) {
            if (kind.path("kind").equals(preview.path("suggestedKind")))
                request.set("mapping", kind.path("suggestedMapping"));
        }
        return whole;
    }

    private JobState await(JsonNode started) {
        var job = UUID.fromString(started.path("jobId").asString());
        return app.bean(Jobs.class).await(job, Duration.ofMinutes(1)).state();
    }
}
