package regulars.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.channels.smtp.SmtpAnswer;
import regulars.channels.smtp.SmtpStage;

class SendingSettingsTest {
    private static final TestApp APP = TestApp.running();
    private static final String PATH = "/api/v1/sending";

    @AfterEach
    void backToTheMailbox() {
        APP.owner()
                .put(PATH, Map.of("server", "builtin", "fromName", "", "connections", 4))
                .requireStatus(200);
        APP.owner().delete("/api/v1/mailbox").requireStatus(204);
    }

    @Test
    void bringsATestMailToTheBuiltInMailboxWhenNoServerIsNamed() {
        APP.owner().post(PATH + "/test", Map.of("to", "me@example.org")).requireStatus(200);

        var mail = APP.owner()
                .get("/api/v1/mailbox?text=me@example")
                .json()
                .path("items")
                .path(0);
        assertThat(mail.path("envelopeTo").asString()).isEqualTo("me@example.org");
        var opened =
                APP.owner().get("/api/v1/mailbox/" + mail.path("id").asString()).requireStatus(200);
        assertThat(opened.json().path("text").asString()).contains(APP.address().toString());
    }

    @Test
    void sendsThroughTheNamedServerAndNeverShowsThePassword() {
        try (var server = new CountingSmtpServer()) {
            var saved = APP.owner().put(PATH, smtp(server.port(), null)).requireStatus(200);
            APP.owner().post(PATH + "/test", Map.of("to", "me@example.org")).requireStatus(200);

            assertThat(server.taken("me@example.org"))
                    .singleElement()
                    .asString()
                    .endsWith("@shop.example.com");
            assertThat(saved.json().path("smtp").path("passwordSet").asBoolean())
                    .isFalse();
            assertThat(saved.json().path("duplicateWindow").asInt()).isEqualTo(100);
        }
        var withUser = APP.owner().put(PATH, smtp(2525, "s3cret-word")).requireStatus(200);
        assertThat(withUser.text()).doesNotContain("s3cret-word");
        assertThat(APP.owner().get(PATH).text()).doesNotContain("s3cret-word").contains("\"passwordSet\":true");
        assertThat(APP.bean(SettingsStore.class).current().server())
                .extracting(MailSettings.MailServer::password)
                .isEqualTo("s3cret-word");
        assertThat(APP.dsl()
                        .fetch("select password_encrypted from channels.settings")
                        .formatCSV())
                .doesNotContain("s3cret-word");
    }

    @Test
    void keepsThePasswordForItsOwnServerOnly() {
        APP.owner().put(PATH, smtp(2525, "s3cret-word")).requireStatus(200);

        var same = APP.owner().put(PATH, smtp(2526, "", "localhost"));
        var other = APP.owner().put(PATH, smtp(2525, "", "mail.example.net"));

        assertThat(same.status()).isEqualTo(200);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().path("field").asString()).isEqualTo("password");
    }

    @Test
    void saysWhatTheServerSaidWhenATestMailFails() {
        try (var server = new CountingSmtpServer()) {
            server.at(SmtpStage.RCPT, d -> new SmtpAnswer.Reply(550, "5.7.1 Not from here"));
            APP.owner().put(PATH, smtp(server.port(), null)).requireStatus(200);

            var refused = APP.owner().post(PATH + "/test", Map.of("to", "me@example.org"));

            assertThat(refused.code()).isEqualTo("MAIL_REFUSED");
            assertThat(refused.text()).contains("Not from here");
        }
        assertThat(APP.owner()
                        .post(PATH + "/test", Map.of("to", "me@example.org"))
                        .code())
                .isEqualTo("MAIL_SERVER_UNREACHABLE");
        assertThat(APP.owner().post(PATH + "/test", Map.of("to", "x\r\nBcc: y")).code())
                .isEqualTo("MAIL_ADDRESS_INVALID");
    }

    @Test
    void refusesSettingsThatCannotWork() {
        assertThat(APP.owner()
                        .put(PATH, Map.of("server", "builtin", "connections", 101))
                        .code())
                .isEqualTo("MAIL_SETTINGS_INVALID");
        assertThat(APP.owner().put(PATH, Map.of("server", "smtp")).code()).isEqualTo("MAIL_SETTINGS_INVALID");
        assertThat(APP.owner()
                        .put(PATH, Map.of("server", "builtin", "fromAddress", "no"))
                        .code())
                .isEqualTo("MAIL_ADDRESS_INVALID");
        assertThat(APP.stranger().get(PATH).status()).isEqualTo(401);
    }

    private static Map<String, Object> smtp(int port, @Nullable String password) {
        return smtp(port, password, "localhost");
    }

    private static Map<String, Object> smtp(int port, @Nullable String password, String host) {
        var smtp = new HashMap<String, Object>(Map.of("host", host, "port", port, "security", "none"));
        if (password != null) smtp.putAll(Map.of("user", "me", "password", password));
        return Map.of("server", "smtp", "smtp", smtp, "fromName", "The Shop", "fromAddress", "news@shop.example.com");
    }
}
