package regulars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The screens' types are made from the committed description, so it must be the server's own. */
class OpenApiTest {
    private static final Path COMMITTED = Path.of("../web/openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Test
    void describesWhatTheCommittedFileSays() throws IOException {
        var answer = TestApp.running().stranger().get("/api/openapi.json").requireStatus(200);
        var live = JSON.writeValueAsString(JSON.readValue(answer.text(), Object.class)) + "\n";

        if (Boolean.getBoolean("openapi.write")) Files.writeString(COMMITTED, live);

        assertThat(JSON.readTree(live).path("openapi").asString()).startsWith("3.1");
        assertThat(Files.readString(COMMITTED))
                .as("run OpenApiTest with -Dopenapi.write=true, then npm run types in web/, and commit both")
                .isEqualTo(live);
    }
}
