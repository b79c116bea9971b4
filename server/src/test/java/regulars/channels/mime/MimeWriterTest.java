package regulars.channels.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import regulars.channels.mime.MimeMail.Address;
import regulars.channels.mime.MimeMail.InvalidMail;

class MimeWriterTest {
    @Test
    void writesTheHeadersOfOneClickUnsubscribe() {
        var raw = write("Hi", Map.of());

        assertThat(raw)
                .contains("List-Unsubscribe: <https://shop.example.com/u/abc>,\r\n <mailto:stop@example.com>\r\n")
                .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n")
                .contains("List-Id: News <news.example.com>\r\n")
                .contains("Date: Tue, 3 Mar 2026 10:00:00 +0000\r\n")
                .contains("Message-ID: <1@example.com>\r\n");
    }

    @Test
    void writesAnInternationalDomainInItsAsciiForm() {
        assertThat(write("Hi", Map.of())).contains("To: <anna@xn--e1afmkfd.xn--p1ai>\r\n");
        assertThat(MimeWriter.needsUtf8("anna@пример.рф")).isFalse();
        assertThat(MimeWriter.needsUtf8("анна@пример.рф")).isTrue();
    }

    @Test
    void refusesHeadersThatWouldBreakTheMail() {
        assertThatThrownBy(() -> write("Hi", Map.of("X-A", "1\r\nBcc: x@example.com")))
                .isInstanceOf(InvalidMail.class);
        assertThatThrownBy(() -> write("Hi", Map.of("X-A: x\r\nBcc", "1"))).isInstanceOf(InvalidMail.class);
        assertThatThrownBy(() -> new Address("", "a@b.c>\r\nRCPT TO:<x@example.com"))
                .isInstanceOf(InvalidMail.class);
        assertThat(write("Hi", Map.of("X-A", "1"))).contains("X-A: 1\r\n");
    }

    private static String write(String subject, Map<String, String> headers) {
        var mail = new MimeMail(
                new Address("The Shop", "shop@example.com"),
                new Address("", "anna@пример.рф"),
                null,
                subject,
                "text",
                "<p>html</p>",
                "1@example.com",
                Instant.parse("2026-03-03T10:00:00Z"),
                URI.create("https://shop.example.com/u/abc"),
                URI.create("mailto:stop@example.com"),
                new Address("News", "news.example.com"),
                headers);
        return new String(MimeWriter.write(mail), ISO_8859_1);
    }
}
