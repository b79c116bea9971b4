package regulars.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import regulars.kernel.MirroredTable;
import regulars.warehouse.Warehouse;
import regulars.work.JobState;
import regulars.work.Jobs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A word that nobody else has is put wherever the product lets one put it, and looked for everywhere afterwards. */
class ErasureTest {
    private static final String WORD = "zqxerased";
    private static final String PHONE = "380671239876";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PEOPLE = "id;name;email;phone;city;region;favourite colour\n"
            + "zqxerased-7;Zqxerased Person;zqxerased@example.com;+380671239876;Zqxerasedville;Zqxerasedia;zqxerased red\n"
            + "zqxerased-7;;;zqxerased number;;;\n"
            + "other-8;Somebody Else;else-of-erasure@example.com;;Kyiv;;blue\n";
    private static final String ORDERS =
            "order id;customer id;date;total\nz-1;zqxerased-7;2026-01-05;125.50\nz-2;other-8;2026-01-06;10.00\n";

    private final TestApp app = TestApp.running();
    private final TestClient owner = app.owner();
    private final DSLContext dsl = app.dsl();

    @Test
    void leavesNoTraceOfAPersonInAnyTableAndNoFileBringsThemBack() throws IOException {
        load("customers", PEOPLE);
        load("orders", ORDERS);
        var id = person();
        fillEveryPlace(id);
        var handedOver = archive(owner.get(id + "/personal-data.zip")
                .requireStatus(200)
                .response()
                .body());
        var sums = sums();
        assertThat(traces()).as("planted").hasSizeGreaterThan(10);

        var refused = owner.post(id + "/erasure", Map.of("confirmation", "Somebody Else"));
        var erased = owner.post(id + "/erasure", Map.of("confirmation", " ZQXerased@example.com "));
        var left = traces();
        var after = sums();
        var whole = PEOPLE.replace("zqxerased-7;;;zqxerased number;;;\n", ""); // a row of nobody is told again
        load("customers", whole);
        load("customers", whole.replace("zqxerased-7", "new-id-9"));
        load("orders", ORDERS);

        assertThat(handedOver.keySet())
                .contains(
                        "person.json",
                        "contacts.csv",
                        "orders.csv",
                        "notes.csv",
                        "objects.csv",
                        "consents.csv",
                        "files/1 zqxerased.txt");
        assertThat(handedOver.get("person.json"))
                .contains(
                        "zqxerased@example.com",
                        "Zqxerasedville",
                        "zqxerased red",
                        "note zqxerased",
                        "zqxerased dog",
                        "zqxerased-chip",
                        "zqxerased told us");
        assertThat(refused.code()).isEqualTo("ERASURE_NOT_CONFIRMED");
        assertThat(erased.requireStatus(200)
                        .json()
                        .path("rows")
                        .path("customers.contact_point")
                        .asInt())
                .isPositive();
        assertThat(left).isEmpty();
        assertThat(owner.get(id).status()).isEqualTo(404);
        assertThat(after).isEqualTo(sums);
        assertThat(traces()).as("after the files came again").isEmpty();
        assertThat(sums()).isEqualTo(sums);
        assertThat(owner.post("/api/v1/customers", Map.of("email", "zqxerased@example.com"))
                        .code())
                .isEqualTo("CUSTOMER_ERASED");
    }

    private void fillEveryPlace(String id) {
        owner.post(id + "/notes", Map.of("body", "note zqxerased")).requireStatus(201);
        owner.put(id + "/next-step", Map.of("what", "call zqxerased", "due", "2026-01-10"))
                .requireStatus(200);
        owner.upload(id + "/files", "zqxerased.txt", "about zqxerased".getBytes(StandardCharsets.UTF_8))
                .requireStatus(201);
        owner.patch(id, Map.of("middleName", "Zqxerasedovich", "phone", "+" + PHONE))
                .requireStatus(200);
        owner.post(id + "/consents", Map.of("channel", "email", "action", "granted", "note", "zqxerased told us"))
                .requireStatus(201);
        var change = Map.of(
                "ids", List.of(id.substring(id.lastIndexOf('/') + 1)), "kind", "field", "key", "city", "value", "Kyiv");
        await(owner.post("/api/v1/customer-list/changes", change)
                .requireStatus(201)
                .json());
        owner.patch(id, Map.of("city", "Zqxerasedville")).requireStatus(200);
        fillObjects(id.substring(id.lastIndexOf('/') + 1));
        int number = dsl.fetchSingle("select number from customers.customer where email = 'zqxerased@example.com'")
                .get(0, Integer.class);
        dsl.execute(
                "insert into channels.sending (id, kind, name, purpose_code, delivery, mail_domain, created_at, state_at)"
                        + " values ('01900000-0000-7000-8000-00000000e5a5', 'erasure', 'Letter', 'marketing', 'at_least_once', 'x', now(), now())");
        dsl.execute(
                "insert into channels.message (id, sending_id, customer_number, subject_number, address, state, queued_at, reply)"
                        + " values (gen_random_uuid(), '01900000-0000-7000-8000-00000000e5a5', " + number
                        + ", (select min(subject_number) from customers.subject_link where customer_number = " + number
                        + "), 'zqxerased@example.com', 'accepted', now(), '250 zqxerased')");
        dsl.execute("insert into channels.decision (message_number, at, state, detail, attempt)"
                + " select number, now(), 'accepted', 'to zqxerased', 1 from channels.message where customer_number = "
                + number);
        dsl.execute(
                "insert into channels.mail (id, received_at, envelope_from, envelope_to, subject, recipient, size, raw) values"
                        + " (gen_random_uuid(), now(), 'a@b.c', 'Zqxerased@example.com', 'Dear zqxerased', 'zqxerased', 1, 'dear zqxerased')");
        owner.get(id).requireStatus(200);
        app.bean(Warehouse.class).barrier(PATIENCE);
    }

    private void fillObjects(String id) {
        ObjectsFixture.named(owner, "erasurepet", ObjectsFixture.wish("Name"));
        var pet = owner.post(
                        "/api/v1/objects",
                        Map.of("type", "erasurepet", "customerId", id, "attributes", Map.of("name", "zqxerased dog")))
                .requireStatus(201);
        owner.patch(
                        "/api/v1/objects/" + pet.json().path("id").asString(),
                        Map.of("key", "zqxerased-chip", "attributes", Map.of("name", "zqxerased cat")))
                .requireStatus(200);
    }

    private String person() {
        var id = dsl.fetchSingle("select id from customers.customer where email = 'zqxerased@example.com'")
                .get(0, UUID.class);
        return "/api/v1/customers/" + id;
    }

    /** Orders and buyers, on the mirror as the reports read them. */
    private List<String> sums() {
        app.bean(Warehouse.class).barrier(PATIENCE);
        return app.bean(Warehouse.class)
                .read(mirror -> mirror.fetch("select count(*), sum(revenue_base_minor), count(distinct customer_number)"
                                + " from commerce.orders where external_id in ('z-1', 'z-2')")
                        .map(Object::toString));
    }

    /** Tables of PostgreSQL and of the mirror in which the word is found, as text or as bytes. */
    private List<String> traces() {
        app.bean(Warehouse.class).barrier(PATIENCE);
        var bytes = HexFormat.of().formatHex(WORD.getBytes(StandardCharsets.UTF_8));
        var traces = new ArrayList<String>();
        var tables = dsl.fetch("select format('%I.%I', table_schema, table_name) from information_schema.tables"
                + " where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')");
        for (var table : tables.getValues(0, String.class)) {
            var found = "select count(*) from " + table + " t where t::text ilike '%" + WORD + "%' or t::text like '%"
                    + bytes + "%' or t::text like '%" + PHONE + "%'";
            if (dsl.fetchSingle(found).get(0, Long.class) > 0) traces.add(table);
        }
        for (var mirrored : app.beans(MirroredTable.class)) {
            var name = mirrored.table().getClass().getPackageName().split("\\.")[1] + "."
                    + mirrored.table().getName();
            var found = "select count(*) from " + name + " t where contains(lower(cast(t as varchar)), '" + WORD
                    + "') or contains(cast(t as varchar), '" + PHONE + "')";
            long count = app.bean(Warehouse.class)
                    .read(mirror -> mirror.fetchSingle(found).get(0, Long.class));
            if (count > 0) traces.add("mirror " + name);
        }
        return traces;
    }

    private void load(String kind, String csv) {
        var preview = owner.upload("/api/v1/imports/files", kind + ".csv", csv.getBytes(StandardCharsets.UTF_8))
                .requireStatus(200)
                .json();
        var request = JsonMapper.shared().createObjectNode();
        request.set("fileId", preview.path("fileId"));
        request.put("kind", kind);
        request.put("source", "Erasure shop");
        for (JsonNode one : preview.path("kinds")) {
            if (one.path("kind").asString().equals(kind)) request.set("mapping", one.path("suggestedMapping"));
        }
        await(owner.post("/api/v1/imports", Map.of("files", List.of(request)))
                .requireStatus(202)
                .json());
    }

    private void await(JsonNode started) {
        var job =
                app.bean(Jobs.class).await(UUID.fromString(started.path("jobId").asString()), PATIENCE);
        assertThat(job.state()).as("%s", job.problem()).isEqualTo(JobState.DONE);
    }

    private static Map<String, String> archive(byte[] zip) throws IOException {
        var files = new TreeMap<String, String>();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry())
                files.put(entry.getName(), new String(entries.readAllBytes(), StandardCharsets.UTF_8));
        }
        return files;
    }
}
