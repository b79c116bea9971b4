package regulars.channels.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.access.ServerAddress;
import regulars.channels.ChannelsFault;
import regulars.channels.mime.MimeMail;
import regulars.channels.mime.MimeMail.Address;
import regulars.channels.mime.MimeWriter;
import regulars.channels.smtp.SmtpConnection;
import regulars.channels.smtp.SmtpEnvelope;
import regulars.channels.smtp.SmtpOutcome;
import regulars.channels.smtp.SmtpServer;
import regulars.channels.smtp.SmtpTimeouts;
import regulars.channels.smtp.SmtpUnavailable;
import regulars.kernel.Fault;

class MailboxTest {
    @RegisterExtension
    static final TestPostgres postgres = new TestPostgres();

    private static final Instant NOW = Instant.parse("2026-03-03T10:00:00Z");

    private final MailStore store = new MailStore(postgres.dsl());
    private final MailboxServer server = new MailboxServer(store, new SettableClock(NOW));
    private final MailboxController mailbox =
            new MailboxController(store, new ServerAddress(URI.create("https://crm.example.com")));

    @AfterEach
    void close() {
        server.destroy();
        mailbox.clear();
    }

    @Test
    void keepsWhatCameBySmtpAndShowsItsParts() throws Exception {
        send(
                "anna@example.org",
                "Скидка 🎉",
                "Привет\n.точка в начале",
                "<p onclick=x>Привет</p><script>alert(1)</script>");

        var mail = mailbox.list(null, null, 10).items().getFirst();
        var opened = mailbox.read(mail.id());
        var html = mailbox.html(mail.id());

        assertThat(mail.subject()).isEqualTo("Скидка 🎉");
        assertThat(mail.sender()).isEqualTo("Магазин <shop@example.com>");
        assertThat(mail.envelopeTo()).isEqualTo("anna@example.org");
        assertThat(mail.receivedAt()).isEqualTo(NOW);
        assertThat(opened.text()).isEqualTo("Привет\r\n.точка в начале");
        assertThat(opened.headers()).contains(new MailContent.MailHeader("Subject", "Скидка 🎉"));
        assertThat(html.getBody())
                .contains("<p>Привет</p>")
                .doesNotContain("script")
                .contains("target=\"_blank\"");
        assertThat(html.getHeaders().getFirst("Content-Security-Policy"))
                .contains("sandbox", "default-src 'none'", "img-src 'self' data: https://crm.example.com");
        assertThat(mailbox.raw(mail.id()).getBody()).asString().contains("Message-ID: <" + mail.messageId() + ">");
    }

    @Test
    void findsByRecipientAndSubjectNewestFirstPageByPage() throws Exception {
        for (int i = 1; i <= 5; i++) send("person" + i + "@example.org", "News " + i, "text", null);
        send("other@example.org", "100% off", "text", null);

        var first = mailbox.list("person", null, 2);
        var second = mailbox.list("person", Long.valueOf(first.next()), 2);

        assertThat(first.items()).extracting(MailSummary::subject).containsExactly("News 5", "News 4");
        assertThat(second.items()).extracting(MailSummary::subject).containsExactly("News 3", "News 2");
        assertThat(mailbox.list("0% o", null, 10).items()).hasSize(1);
        assertThat(mailbox.list("_", null, 10).items()).isEmpty();
    }

    @Test
    void answersNotFoundForAMailThatIsGone() throws Exception {
        send("anna@example.org", "News", "text", null);
        var id = mailbox.list(null, null, 1).items().getFirst().id();
        mailbox.clear();

        assertThatThrownBy(() -> mailbox.read(id))
                .isInstanceOfSatisfying(Fault.class, f -> assertThat(f.code()).isEqualTo(ChannelsFault.MAIL_NOT_FOUND));
    }

    @Test
    void keepsTheNewestWhenItMakesRoom() throws Exception {
        for (int i = 1; i <= 5; i++) send("person" + i + "@example.org", "News " + i, "text", null);

        store.trim(2);

        assertThat(mailbox.list(null, null, 10).items())
                .extracting(MailSummary::subject)
                .containsExactly("News 5", "News 4");
    }

    private void send(String to, String subject, String text, @org.jspecify.annotations.Nullable String html)
            throws SmtpUnavailable {
        var mail = new MimeMail(
                new Address("Магазин", "shop@example.com"),
                new Address("", to),
                null,
                subject,
                text,
                html,
                UUID.randomUUID() + "@example.com",
                NOW,
                null,
                null,
                null,
                Map.of());
        var target = new SmtpServer(
                "127.0.0.1",
                server.port(),
                SmtpServer.Protection.NONE,
                null,
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                "localhost",
                SmtpTimeouts.STANDARD);
        try (var connection = SmtpConnection.open(target)) {
            var outcome = connection.send(new SmtpEnvelope("shop@example.com", to, false), MimeWriter.write(mail));
            assertThat(outcome).isInstanceOf(SmtpOutcome.Accepted.class);
        }
    }
}
