package regulars.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the audit keeps is said in words: each operation that it names has a sentence in every language. */
class AuditTextsTest {
    private static final Path LOCALES = Path.of("../web/src/features/access/locales");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** A room's own word for what was done, the third thing said to the audit or handed on to what says it. */
    private static final Pattern WORD = Pattern.compile(
            "\"((?:session|account|user|role|team|api-key|organisation|customers|attributes|events|sending|audit)\\.[a-z-]+(?:ed|d|set|reset|read))\"");

    private static final Pattern OWN_ROOM =
            Pattern.compile("/api/v1/(api-keys|invitations|roles|teams|users|organisation|session)(/.*)?");

    @Test
    void saysEveryOperationInEveryLanguage() throws IOException {
        var kept = kept();
        var missing = new ArrayList<String>();
        for (String language : List.of("en", "ru", "uk", "zh")) {
            var said = JSON.readTree(Files.readString(LOCALES.resolve(language + ".json")))
                    .path("auditOperations");
            for (String operation : kept) {
                if (!said.has(operation)) missing.add(language + ": access auditOperations." + operation);
            }
        }

        assertThat(kept).hasSizeGreaterThan(40).contains("patch_customers_id", "get_customers_id");
        assertThat(missing).isEmpty();
    }

    @Test
    void knowsEveryWordOfTheRoomsAndSaysIt() throws IOException {
        var used = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                var text = Files.readString(file);
                if (!text.contains("audit") || file.endsWith("AuditActions.java")) continue;
                WORD.matcher(text).results().map(word -> word.group(1)).forEach(used::add);
            }
        }

        assertThat(used).isEqualTo(new TreeSet<>(AuditActions.OWN));
        for (String language : List.of("en", "ru", "uk", "zh")) {
            var texts = JSON.readTree(Files.readString(LOCALES.resolve(language + ".json")))
                    .path("auditActions");
            var said = new TreeSet<String>();
            texts.propertyStream()
                    .forEach(kind ->
                            kind.getValue().propertyNames().forEach(one -> said.add(kind.getKey() + "." + one)));
            assertThat(said).as(language).containsAll(AuditActions.OWN);
        }
    }

    private static Set<String> kept() {
        var kept = new TreeSet<>(List.of("get_customers_id", "get_mailbox_id"));
        paths().propertyStream()
                .filter(path -> !OWN_ROOM.matcher(path.getKey()).matches())
                .forEach(path -> path.getValue().propertyStream().forEach(method -> {
                    var right = method.getValue().path("x-permission").asString("");
                    boolean changes = !method.getKey().equals("get") && right.contains(".") && !right.endsWith(".read");
                    if (changes || right.equals("customers.export"))
                        kept.add(
                                RequestAudit.operation(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()));
                }));
        return kept;
    }

    private static JsonNode paths() {
        return TestApp.running()
                .stranger()
                .get("/api/openapi.json")
                .requireStatus(200)
                .json()
                .path("paths");
    }
}
