package regulars.sources;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BatchSplitTest {
    @Test
    void findsEventsByTheirBracesAndWhatStandsAround() {
        var parts = split(
                " {\"sentAt\" : \"2026\", \"batch\":[ {\"a\":\"}]\\\"\"} ,[1,{}],{\"b\":}, 7 ],\"writeKey\":\"k\"}");

        assertThat(texts(parts)).containsExactly("{\"a\":\"}]\\\"\"}", "[1,{}]", "{\"b\":}", "7 ");
        assertThat(parts.text("sentAt") + parts.text("writeKey")).isEqualTo("2026k");
        assertThat(texts(split("{\"batch\":[]}"))).isEmpty();
        assertThat(split("{\"batch\":{}}").events()).isNull();
        assertThat(split("[]").events()).isNull();
    }

    @Test
    void givesWhatCannotBeToldApartAsOne() {
        assertThat(texts(split("{\"batch\":[{\"a\":1},{\"b\":\"never ends}, {\"c\":1}]}")))
                .containsExactly("{\"a\":1}", "{\"b\":\"never ends}, {\"c\":1}]}");
        assertThat(texts(split("{\"batch\":[{\"a\":1},{{]}"))).containsExactly("{\"a\":1}", "{{]}");
    }

    /** Whatever the bytes are, it ends, and no event is longer than the body. */
    @Test
    void bearsAnyBytes() {
        var random = new Random(5);
        var letters = "{}[]\",:\\ab1 \u0000".getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 20_000; round++) {
            var body = new byte[random.nextInt(40)];
            for (int i = 0; i < body.length; i++) body[i] = letters[random.nextInt(letters.length)];
            var whole = ("{\"batch\":[" + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);

            assertThat(BatchSplit.of(whole).events())
                    .allMatch(event -> event.length > 0 && event.length < whole.length);
            BatchSplit.of(body);
        }
    }

    private static BatchSplit.Parts split(String body) {
        return BatchSplit.of(body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> texts(BatchSplit.Parts parts) {
        return requireNonNull(parts.events()).stream()
                .map(event -> new String(event, StandardCharsets.UTF_8))
                .toList();
    }
}
