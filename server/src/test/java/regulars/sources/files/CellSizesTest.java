package regulars.sources.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellSizesTest {
    private static final String LARGE = "x".repeat(900_000);

    @Test
    void takesCellsOfAnyNumberThatAreNotTooLargeThemselves() {
        assertThat(takes("<sheetData>"
                        + "<c t=\"inlineStr\"><is><t>%s</t></is></c>"
                                .formatted(LARGE)
                                .repeat(3)))
                .isTrue();
        assertThat(takes("<x:sst>" + ("<x:si><x:t>" + LARGE + "</x:t></x:si>").repeat(3)))
                .isTrue();
        assertThat(takes("<?xml version=\"1.0\"?><!-- made by hand > --><row r=\"1\"/>"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c><t>%1$s%1$s</t></c>",
                "<si><r><t>%1$s</t></r><r><t>%1$s</t></r></si>",
                "<c><t>%1$s<!-- <c> -->%1$s</t></c>",
                "<c><t>%1$s<?x <c> ?>%1$s</t></c>",
                "<c t=\"%1$s%1$s\">",
                "<c><t><![CDATA[<c>%1$s",
                "<!DOCTYPE a [<!ENTITY b \"c\">]>"
            })
    void refusesACellThatAddsUpToTooMuchHoweverItIsWritten(String document) {
        assertThat(takes(document.formatted(LARGE))).isFalse();
    }

    private static boolean takes(String document) {
        var bytes = document.getBytes(StandardCharsets.UTF_8);
        return new CellSizes().takes(bytes, bytes.length);
    }
}
