package regulars.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import regulars.kernel.Fault;

/** What the world sends beside JSON: each has one clear answer. */
class EventJsonTest {
    @Test
    void refusesWhatCannotBeKnownOrStored() {
        assertThat(code("{\"a\":1,\"a\":2}")).isEqualTo(CollectFault.EVENT_FIELD_TWICE);
        assertThat(code("{\"a\":{\"b\":1,\"\\u0062\":2}}")).isEqualTo(CollectFault.EVENT_FIELD_TWICE);
        assertThat(code("{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}"))
                .isEqualTo(CollectFault.EVENT_NESTED_TOO_DEEP);
        assertThat(code("[".repeat(30_000))).isEqualTo(CollectFault.EVENT_NOT_JSON);
        assertThat(code("{\"a\":".repeat(5_000))).isEqualTo(CollectFault.EVENT_NESTED_TOO_DEEP);
        assertThat(code("{\"a\":1e400}")).isEqualTo(CollectFault.EVENT_NUMBER_UNUSABLE);
        assertThat(code("{\"a\":1e-999999999}")).isEqualTo(CollectFault.EVENT_NUMBER_UNUSABLE);
        assertThat(code("{\"a\":" + "9".repeat(390) + "}")).isEqualTo(CollectFault.EVENT_NUMBER_UNUSABLE);
        assertThat(code("{\"a\":" + "9".repeat(5_000) + "}")).isEqualTo(CollectFault.EVENT_NUMBER_UNUSABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "7",
                "null",
                "\"text\"",
                "[1]",
                "{",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":NaN}",
                "{\"a\":-Infinity}",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":1} {",
                "{\"a\":01}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}"
            })
    void refusesWhatIsNoObject(String body) {
        assertThat(code(body)).isEqualTo(CollectFault.EVENT_NOT_JSON);
    }

    @Test
    void refusesWhatIsWrittenInAnotherCharset() {
        var russian = "{\"name\":\"Пётр\"}";
        for (var charset : new Charset[] {Charset.forName("windows-1251"), StandardCharsets.UTF_16LE}) {
            assertThatThrownBy(() -> EventJson.parse(russian.getBytes(charset))).isInstanceOf(Fault.class);
        }
        assertThat(code(russian.getBytes(Charset.forName("windows-1251")))).isEqualTo(CollectFault.EVENT_NOT_UTF8);
    }

    @Test
    void keepsEverythingElseAsItWasWritten() {
        var odd = "{\"'; drop table x;--\":\"<script>alert(1)</script>\",\"=1+1\":\"\\r\\nBcc: x\",\"\":[null,true],"
                + "\"__proto__\":{},\"big\":12345678901234567890,\"exact\":27.50,\"emoji\":\"😀\"}";

        var read = EventJson.parse(odd.getBytes(StandardCharsets.UTF_8));

        assertThat(read.toString()).isEqualTo(odd);
    }

    @Test
    void putsAReplacementInThePlaceOfLettersThatNoTextHolds() {
        var read = EventJson.parse(
                "{\"a\\u0000b\":\"\\ud83d\",\"c\":\"\\udc00x\\ud83d\\ude00\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(read.toString()).isEqualTo("{\"a\uFFFDb\":\"\uFFFD\",\"c\":\"\uFFFDx😀\"}");
    }

    private static Object code(String body) {
        return code(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Object code(byte[] body) {
        try {
            return "read as " + EventJson.parse(body);
        } catch (Fault e) {
            return e.code();
        }
    }
}
