package regulars.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartSettingsTest {
    @Test
    void hasADefaultForEverything() {
        var settings = StartSettings.read(Map.of("REGULARS_PORT", " "));

        assertThat(settings.data()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.bind()).isEqualTo("127.0.0.1");
        assertThat(settings.address()).hasToString("http://localhost:8080");
        assertThat(settings.database()).isEmpty();
    }

    @Test
    void takesWhatTheOperatorSays() {
        var settings = StartSettings.read(Map.of(
                "REGULARS_DATA", "/srv/regulars/../data",
                "REGULARS_PORT", "9090",
                "REGULARS_URL", "https://mail.example.com/",
                "REGULARS_DATABASE_URL", "postgresql://ann:p%40ss+word@db.example.com:5433/shop?sslmode=require"));

        assertThat(settings.data()).isEqualTo(Path.of("/srv/data"));
        assertThat(settings.port()).isEqualTo(9090);
        assertThat(settings.installation().link("/u/1")).hasToString("https://mail.example.com/u/1");
        assertThat(settings.database())
                .contains(new DatabaseUrl(
                        "jdbc:postgresql://db.example.com:5433/shop?sslmode=require", "ann", "p@ss+word"));
    }

    @ParameterizedTest
    @CsvSource({
        "REGULARS_LOG, json",
        "REGULARS_PORT, none",
        "REGULARS_PORT, 0",
        "REGULARS_PORT, 65536",
        "REGULARS_URL, mail.example.com",
        "REGULARS_URL, ftp://mail.example.com",
        "REGULARS_URL, https://mail.example.com/?a=1",
        "REGULARS_DATABASE_URL, mysql://ann:secret@host/shop",
        "REGULARS_DATABASE_URL, postgresql://ann:secret@host"
    })
    void namesTheSettingThatIsWrongAndKeepsItsSecret(String name, String value) {
        assertThatThrownBy(() -> StartSettings.read(Map.of(name, value)))
                .isInstanceOfSatisfying(
                        StartFault.class, e -> assertThat(e.exit()).isEqualTo(Exit.BAD_SETTING))
                .hasMessageContaining(name)
                .hasMessageNotContaining("secret");
    }

    @Test
    void neverPrintsThePassword() {
        assertThat(StartSettings.read(Map.of("REGULARS_DATABASE_URL", "postgresql://ann:secret@host/shop")))
                .asString()
                .doesNotContain("secret");
    }
}
