package regulars.forms;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page sent, whatever it is worth: of a size that can be looked at, and all of it text.
 *
 * @param campaign {@code utm_source} and the like
 */
record FormBody(
        FormGuard.Shown shown,
        @Nullable String language,
        Map<String, String> answers,
        Set<String> boxes,
        @Nullable String page,
        Map<String, String> campaign) {
    private static final int MOST_ANSWERS = 200;
    private static final int LONGEST_WORD = 200;
    private static final List<String> CAMPAIGN =
            List.of("utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static JsonNode json(byte[] body) {
        try {
            var json = JSON.readTree(body);
            if (json.isObject()) return json;
        } catch (JacksonException e) {
            throw unreadable();
        }
        throw unreadable();
    }

    static FormBody of(JsonNode json) {
        var answers = texts(json.path("answers"));
        var boxes = new HashSet<String>();
        for (var box : json.path("boxes")) if (boxes.size() < MOST_ANSWERS) boxes.add(box.asString(""));
        var shown = new FormGuard.Shown(text(json, "token"), text(json, "proof"), text(json, "trap"));
        return new FormBody(
                shown,
                text(json, "language"),
                answers,
                boxes,
                text(json, "page"),
                campaign(texts(json.path("campaign"))));
    }

    /** Of a page without a script. */
    static FormBody of(Map<String, String[]> parameters) {
        if (parameters.size() > MOST_ANSWERS) throw tooMany();
        var answers = new HashMap<String, String>();
        var boxes = new HashSet<String>();
        parameters.forEach((name, values) -> {
            if (name.startsWith(FormHtml.FIELD)) answers.put(name.substring(FormHtml.FIELD.length()), values[0]);
            if (name.startsWith(FormHtml.BOX)) boxes.add(name.substring(FormHtml.BOX.length()));
        });
        var shown = new FormGuard.Shown(first(parameters, "token"), null, first(parameters, FormHtml.TRAP));
        return new FormBody(shown, first(parameters, "language"), answers, boxes, null, Map.of());
    }

    private static String first(Map<String, String[]> parameters, String name) {
        var values = parameters.get(name);
        return values == null || values.length == 0 ? "" : values[0];
    }

    private static Map<String, String> texts(JsonNode json) {
        if (json.size() > MOST_ANSWERS) throw tooMany();
        var texts = new HashMap<String, String>();
        for (var one : json.properties())
            if (one.getValue().isString())
                texts.put(one.getKey(), one.getValue().asString());
        return texts;
    }

    private static String text(JsonNode json, String name) {
        var value = json.path(name);
        return value.isString() ? value.asString() : "";
    }

    private static Map<String, String> campaign(Map<String, String> given) {
        var kept = new HashMap<String, String>();
        for (String name : CAMPAIGN) {
            var value = given.getOrDefault(name, "").strip();
            if (!value.isEmpty()
                    && value.length() <= LONGEST_WORD
                    && value.chars().noneMatch(Character::isISOControl)) kept.put(name, value);
        }
        return kept;
    }

    private static Fault tooMany() {
        return new Fault(
                FormsFault.FORM_BODY_UNREADABLE,
                "More than " + MOST_ANSWERS + " answers: no form of ours asks so much");
    }

    private static Fault unreadable() {
        return new Fault(
                FormsFault.FORM_BODY_UNREADABLE, "The page sent what cannot be read: reload it and send again");
    }
}
