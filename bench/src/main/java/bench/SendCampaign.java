package bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A campaign to everybody who may be mailed, as a marketer would make it, over the API. */
final class SendCampaign {
    private static final Map<String, Object> EVERYBODY = Map.of(
            "kind",
            "all",
            "rules",
            List.of(Map.of("kind", "consent", "channel", "email", "purpose", "marketing", "standing", "GRANTED")));

    private final SendProduct product;
    private final String id;
    private final int recipients;

    private SendCampaign(SendProduct product, String id, int recipients) {
        this.product = product;
        this.id = id;
        this.recipients = recipients;
    }

    static SendCampaign create(SendProduct product, double controlShare) throws IOException, InterruptedException {
        var api = product.api();
        var segment = api.post("/api/v1/segments", Map.of("name", "Everybody " + System.nanoTime(), "rule", EVERYBODY));
        var template = api.post(
                "/api/v1/templates",
                Map.of(
                        "name", "Harvest",
                        "type", "promotion",
                        "language", "en",
                        "subject", "{{ customer.first_name }}, the new harvest",
                        "preheader", "Set aside for you until Friday",
                        "format", "html",
                        "body", SendTarget.resource("body.html")));
        Map<String, Object> draft = new HashMap<>();
        draft.put("name", "Harvest");
        draft.put("segmentId", id(segment));
        draft.put("templateId", id(template));
        draft.put("controlShare", controlShare);
        draft.put("trackOpens", true);
        draft.put("trackClicks", true);
        draft.put("attributionDays", 14);
        draft.put("atMostOnce", false);
        var id = id(api.post("/api/v1/campaigns", draft));
        var check = api.get("/api/v1/campaigns/" + id + "/check");
        if (!check.path("ready").asBoolean()) throw new IOException("the campaign cannot be launched: " + check);
        return new SendCampaign(product, id, check.path("willGet").asInt());
    }

    private static String id(JsonNode made) {
        var id = made.path("id");
        return (id.isMissingNode() ? made.path("segment").path("id") : id).asString();
    }

    /** How many the check page says will get it. */
    int recipients() {
        return recipients;
    }

    void launch() throws IOException, InterruptedException {
        product.api().post("/api/v1/campaigns/" + id + "/launch", Map.of());
    }

    String state() throws IOException, InterruptedException {
        return product.api().get("/api/v1/campaigns/" + id).path("state").asString();
    }

    /** How many of the audience the launch has put before the gate. */
    long launched() throws IOException, InterruptedException {
        var job = product.api().get("/api/v1/campaigns/" + id).path("jobId").asString();
        return product.api().get("/api/v1/jobs/" + job).path("done").asLong();
    }

    JsonNode report() throws IOException, InterruptedException {
        return product.api().get("/api/v1/campaigns/" + id + "/report");
    }
}
