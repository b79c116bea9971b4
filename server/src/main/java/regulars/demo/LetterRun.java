package regulars.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** One campaign driven through the API, and what the SMTP server has of it. */
final class LetterRun {
    private static final Duration LONGEST_SEND = Duration.ofMinutes(10);
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final DemoApi api;
    private final String path;

    private LetterRun(DemoApi api, String path) {
        this.api = api;
        this.path = path;
    }

    static LetterRun create(DemoApi api, String segment, String template, double controlShare) throws Exception {
        Map<String, Object> draft = new HashMap<>();
        draft.put("name", "Win back dormant buyers");
        draft.put("segmentId", segment);
        draft.put("templateId", template);
        draft.put("controlShare", controlShare);
        draft.put("trackOpens", true);
        draft.put("trackClicks", true);
        draft.put("attributionDays", ShopStory.attribution().toDays());
        draft.put("atMostOnce", false);
        return new LetterRun(
                api,
                "/api/v1/campaigns/"
                        + api.post("/api/v1/campaigns", draft).get("id").asString());
    }

    JsonNode check() throws Exception {
        return api.get(path + "/check");
    }

    JsonNode report() throws Exception {
        return api.get(path + "/report");
    }

    /** Launches, waits until the last message has an outcome, and answers when it was launched. */
    Instant launch() throws Exception {
        api.post(path + "/launch", Map.of());
        var begin = System.nanoTime();
        var view = api.get(path);
        while (!view.get("state").asString().equalsIgnoreCase("sent")) {
            if (System.nanoTime() - begin > LONGEST_SEND.toNanos()) {
                throw new TimeoutException(
                        "the campaign is still " + view.get("state").asString());
            }
            LockSupport.parkNanos(GLANCE.toNanos());
            view = api.get(path);
        }
        return Instant.parse(view.get("launchedAt").asString());
    }

    /** What the SMTP server has, as bytes; the sender's own tables are not asked. */
    List<ReceivedMail> received() throws Exception {
        var mails = new ArrayList<ReceivedMail>();
        for (var mail : all("/api/v1/mailbox?limit=200", "cursor")) {
            mails.add(ReceivedMail.parse(
                    api.bytes("/api/v1/mailbox/" + mail.get("id").asString() + "/raw")));
        }
        return mails;
    }

    /** The addresses behind a figure of the report. */
    Set<String> emails(String bucket) throws Exception {
        Set<String> emails = new HashSet<>();
        for (var person : all(path + "/people?limit=200&bucket=" + bucket, "after"))
            emails.add(person.get("email").asString());
        return emails;
    }

    private List<JsonNode> all(String list, String cursorName) throws Exception {
        var items = new ArrayList<JsonNode>();
        String cursor = "";
        do {
            var page = api.get(list + cursor);
            page.get("items").forEach(items::add);
            cursor = page.path("next").isString()
                    ? "&" + cursorName + "=" + page.get("next").asString()
                    : "";
        } while (!cursor.isEmpty());
        return items;
    }
}
