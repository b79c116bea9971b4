package regulars.channels.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import regulars.channels.mime.MimeMail.Address;

/** What is written is what another parser reads, whatever people type. */
class MimeWriterProperties {
    private static final String[] SCRIPTS = {
        "Скидка 20% на всё",
        "Ласкаво просимо, Їжачку",
        "欢迎回来,老朋友",
        "👩‍👩‍👧‍👦 🎉 sale",
        "שלום",
        "naïve café",
        "=?UTF-8?B?eA==?=",
        "a,b;c@d <e>",
        "\"quoted\" \\ back",
        "line\r\nBcc: evil@example.com",
        "tab\there",
        "  edges  ",
        ".",
        "..",
        "x".repeat(1200)
    };

    @Property(tries = 400)
    void readsBackAsItWasWritten(
            @ForAll("lines") String subject,
            @ForAll("lines") String name,
            @ForAll("texts") String text,
            @ForAll("texts") String html)
            throws IOException {
        var raw = MimeWriter.write(mail(subject, name, text, html));

        var parsed = parse(raw);
        assertThat(parsed.getSubject() == null ? "" : parsed.getSubject()).isEqualTo(Text.oneLine(subject));
        var from = parsed.getFrom().getFirst();
        assertThat(from.getAddress()).isEqualTo("shop@example.com");
        assertThat(from.getName() == null ? "" : from.getName())
                .isEqualTo(Text.oneLine(name).strip());
        assertThat(parsed.getMessageId()).isEqualTo("<1@example.com>");
        var parts = (Multipart) parsed.getBody();
        assertThat(body(parts, 0)).isEqualTo(Text.withCrlf(text));
        assertThat(body(parts, 1)).isEqualTo(Text.withCrlf(html));
    }

    @Property(tries = 400)
    void isSevenBitWithShortLinesAndCrlfOnly(
            @ForAll("lines") String subject, @ForAll("lines") String name, @ForAll("texts") String text) {
        var raw = new String(MimeWriter.write(mail(subject, name, text, text)), ISO_8859_1);

        assertThat(raw.chars()).allMatch(c -> c < 0x7f && (c >= ' ' || c == '\r' || c == '\n' || c == '\t'));
        assertThat(raw.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        assertThat(raw.split("\r\n")).allMatch(line -> line.length() <= 998);
    }

    @Property(tries = 400)
    void noValueBeginsAHeaderOfItsOwn(@ForAll("lines") String subject, @ForAll("lines") String name)
            throws IOException {
        var raw = MimeWriter.write(mail(subject + "\r\nX-Evil: 1", name + "\nX-Evil: 2", "t", "h"));

        var head = parse(raw).getHeader();
        assertThat(head.getField("X-Evil")).isNull();
        assertThat(head.getField("Bcc")).isNull();
        assertThat(head.getFields()).hasSize(11);
    }

    private static MimeMail mail(String subject, String name, String text, String html) {
        return new MimeMail(
                new Address(name, "shop@example.com"),
                new Address("", "anna@example.org"),
                null,
                subject,
                text,
                html,
                "1@example.com",
                Instant.parse("2026-03-03T10:00:00Z"),
                URI.create("https://shop.example.com/u/abc"),
                null,
                new Address("News", "news.shop.example.com"),
                Map.of("X-Campaign", "spring"));
    }

    private static Message parse(byte[] raw) throws IOException {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(
                MimeConfig.custom().setMaxLineLen(1000).setMaxHeaderLen(-1).build());
        return builder.parseMessage(new ByteArrayInputStream(raw));
    }

    private static String body(Multipart parts, int index) throws IOException {
        var body = (TextBody) parts.getBodyParts().get(index).getBody();
        try (var in = body.getInputStream()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.oneOf(Arbitraries.of(SCRIPTS), anything().ofMaxLength(200));
    }

    @Provide
    Arbitrary<String> texts() {
        var line = Arbitraries.oneOf(Arbitraries.of(SCRIPTS), anything().ofMaxLength(300));
        return line.list().ofMaxSize(8).map(lines -> String.join("\n", lines));
    }

    /** Any characters but halves of pairs, which no encoding can carry. */
    private static net.jqwik.api.arbitraries.StringArbitrary anything() {
        return Arbitraries.strings().ascii().withCharRange('\u0400', '\u04ff').withCharRange('\u4e00', '\u4eff');
    }
}
