package regulars.channels.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import regulars.channels.smtp.SmtpServer.Login;
import regulars.channels.smtp.SmtpServer.Protection;

class SmtpConnectionTest {
    private static final SmtpEnvelope ENVELOPE = new SmtpEnvelope("shop@example.com", "anna@example.org", false);
    private static final byte[] CONTENT = "Subject: x\r\n\r\n.dot\r\n".getBytes(UTF_8);
    private static final String EHLO = "250-hi\r\n250-PIPELINING\r\n250-AUTH LOGIN PLAIN\r\n250 SIZE 1000";

    @TempDir
    Path folder;

    @Test
    void givesAGroupOfCommandsAtOnceAndDoublesLeadingDots() throws Exception {
        try (var server = script(Map.of("EHLO", EHLO, "DATA", "354 go"));
                var connection = SmtpConnection.open(plain(server, null))) {
            var outcome = connection.send(ENVELOPE, CONTENT);

            assertThat(outcome).isInstanceOf(SmtpOutcome.Accepted.class);
            assertThat(server.heard)
                    .containsExactly(
                            "EHLO me.example.com",
                            "MAIL FROM:<shop@example.com> SIZE=" + CONTENT.length,
                            "RCPT TO:<anna@example.org>",
                            "DATA");
        }
    }

    @Test
    void logsInByPlainAndReadsRepliesOfSeveralLines() throws Exception {
        var words = Map.of("EHLO", EHLO, "AUTH", "235-well\r\n235 come", "DATA", "354 go");
        try (var server = script(words);
                var connection = SmtpConnection.open(plain(server, new Login("me", "secret")))) {
            assertThat(server.heard).contains("AUTH PLAIN AG1lAHNlY3JldA==");
            assertThat(connection.send(ENVELOPE, CONTENT)).isInstanceOf(SmtpOutcome.Accepted.class);
        }
    }

    @Test
    void saysThatTheLoginIsRefused() throws Exception {
        try (var server = script(Map.of("EHLO", EHLO, "AUTH", "535 5.7.8 wrong"))) {
            assertThatThrownBy(() -> SmtpConnection.open(plain(server, new Login("me", "secret"))))
                    .isInstanceOf(SmtpUnavailable.class)
                    .hasMessageContaining("535 5.7.8 wrong")
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void tellsARefusalFromALostReplyFromABrokenDialogue() throws Exception {
        assertThat(outcome(Map.of("RCPT", "550 5.1.1 unknown", "DATA", "503 no")))
                .isInstanceOfSatisfying(SmtpOutcome.Refused.class, refused -> {
                    assertThat(refused.stage()).isEqualTo(SmtpStage.RCPT);
                    assertThat(refused.reply().enhanced()).isEqualTo("5.1.1");
                });
        assertThat(outcome(Map.of("DATA", "354 go", ".", "hang up"))).isInstanceOf(SmtpOutcome.Unknown.class);
        assertThat(outcome(Map.of("DATA", "354 go", ".", "silent"))).isInstanceOf(SmtpOutcome.Unknown.class);
        assertThat(outcome(Map.of("DATA", "hang up"))).isInstanceOf(SmtpOutcome.Interrupted.class);
        assertThat(outcome(Map.of("MAIL", "silent", "RCPT", "silent", "DATA", "silent")))
                .isInstanceOf(SmtpOutcome.Interrupted.class);
        assertThat(outcome(Map.of("DATA", "354 go", ".", "451 4.3.0 later")))
                .isInstanceOfSatisfying(
                        SmtpOutcome.Refused.class,
                        refused -> assertThat(refused.reply().temporary()).isTrue());
    }

    @Test
    void neverGivesAnEmptyMailToAServerThatWaitsForContentAfterARefusal() throws Exception {
        try (var server = script(Map.of("EHLO", EHLO, "RCPT", "550 5.1.1 unknown", "DATA", "354 go"));
                var connection = SmtpConnection.open(plain(server, null))) {
            assertThat(connection.send(ENVELOPE, CONTENT)).isInstanceOf(SmtpOutcome.Refused.class);

            assertThat(connection.usable()).isFalse();
        }
    }

    @Test
    void sendsNothingThatTheServerDoesNotTake() throws Exception {
        try (var server = script(Map.of("EHLO", EHLO, "DATA", "354 go"));
                var connection = SmtpConnection.open(plain(server, null))) {
            assertThat(connection.send(ENVELOPE, new byte[1001]))
                    .isEqualTo(new SmtpOutcome.NotSupported(true, "1001 bytes, the server takes 1000"));
            assertThat(connection.send(new SmtpEnvelope("a@example.com", "анна@example.com", true), CONTENT))
                    .isInstanceOf(SmtpOutcome.NotSupported.class);
            assertThat(server.heard).hasSize(1);
        }
    }

    @Test
    void protectsTheConnectionBeforeItLogsIn() throws Exception {
        var tls = certificate("localhost");
        var offered = Map.of(
                "EHLO",
                "250-hi\r\n250-STARTTLS\r\n250 AUTH PLAIN",
                "STARTTLS",
                "220 go",
                "AUTH",
                "235 ok",
                "DATA",
                "354 go");
        try (var server = new ScriptedSmtpServer(offered, tls);
                var connection = SmtpConnection.open(
                        server(server, Protection.STARTTLS, new Login("me", "secret"), tls.getSocketFactory()))) {
            assertThat(connection.send(ENVELOPE, CONTENT)).isInstanceOf(SmtpOutcome.Accepted.class);
            assertThat(server.heard.subList(0, 4))
                    .containsExactly(
                            "EHLO me.example.com", "STARTTLS", "EHLO me.example.com", "AUTH PLAIN AG1lAHNlY3JldA==");
        }
    }

    @Test
    void refusesAServerWithoutStarttlsOrWithACertificateOfAnotherHost() throws Exception {
        try (var server = script(Map.of("EHLO", EHLO))) {
            assertThatThrownBy(() -> SmtpConnection.open(server(
                            server, Protection.STARTTLS, null, (SSLSocketFactory) SSLSocketFactory.getDefault())))
                    .isInstanceOf(SmtpUnavailable.class)
                    .hasMessageContaining("STARTTLS");
        }
        var other = certificate("mail.example.net");
        try (var server =
                new ScriptedSmtpServer(Map.of("EHLO", "250-hi\r\n250 STARTTLS", "STARTTLS", "220 go"), other)) {
            assertThatThrownBy(() ->
                            SmtpConnection.open(server(server, Protection.STARTTLS, null, other.getSocketFactory())))
                    .isInstanceOf(SmtpUnavailable.class);
        }
    }

    private SmtpOutcome outcome(Map<String, String> words) throws Exception {
        var all = new java.util.HashMap<>(words);
        all.put("EHLO", EHLO);
        try (var server = script(all);
                var connection = SmtpConnection.open(plain(server, null))) {
            return connection.send(ENVELOPE, CONTENT);
        }
    }

    private static ScriptedSmtpServer script(Map<String, String> words) {
        return new ScriptedSmtpServer(words, null);
    }

    private static SmtpServer plain(ScriptedSmtpServer server, @Nullable Login login) {
        return server(server, Protection.NONE, login, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    private static SmtpServer server(
            ScriptedSmtpServer server, Protection protection, @Nullable Login login, SSLSocketFactory tls) {
        var patient = Duration.ofSeconds(10);
        var brief = Duration.ofMillis(300);
        var timeouts = new SmtpTimeouts(patient, patient, brief, brief, brief);
        return new SmtpServer("localhost", server.port(), protection, login, tls, "me.example.com", timeouts);
    }

    /** A certificate made by the JDK's own keytool, trusted by both sides. */
    private SSLContext certificate(String host) throws IOException, GeneralSecurityException, InterruptedException {
        var file = folder.resolve(host + ".p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "test",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(made).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, "changeit".toCharArray());
        }
        var ours = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        ours.init(keys, "changeit".toCharArray());
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        var context = SSLContext.getInstance("TLS");
        context.init(ours.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }
}
