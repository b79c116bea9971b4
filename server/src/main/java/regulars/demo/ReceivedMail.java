package regulars.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its recipient has it: parsed from the bytes that came over SMTP, by nothing of the sender's own code.
 *
 * @param pixels pictures that load when it is opened
 * @param links what can be clicked, without the unsubscribe link
 * @param oneClick where RFC 8058 says to POST; null without such a header
 */
record ReceivedMail(
        String to,
        String subject,
        String messageId,
        List<URI> pixels,
        List<URI> links,
        @Nullable URI oneClick) {
    private static final Pattern ANGLED = Pattern.compile("<(https?://[^>]+)>");

    ReceivedMail {
        pixels = List.copyOf(pixels);
        links = List.copyOf(links);
    }

    static ReceivedMail parse(byte[] raw) throws IOException {
        Message message = new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(raw));
        var html = Jsoup.parse(html(message));
        var oneClick = oneClick(message);
        return new ReceivedMail(
                message.getTo().flatten().getFirst().getAddress(),
                message.getSubject(),
                message.getMessageId(),
                html.select("img[src^=http]").stream()
                        .map(image -> URI.create(image.attr("src")))
                        .toList(),
                html.select("a[href^=http]").stream()
                        .map(link -> URI.create(link.attr("href")))
                        .filter(link -> oneClick == null || !link.getPath().startsWith(firstSegment(oneClick)))
                        .toList(),
                oneClick);
    }

    private static String firstSegment(URI uri) {
        return uri.getPath().substring(0, uri.getPath().indexOf('/', 1) + 1);
    }

    private static @Nullable URI oneClick(Message message) {
        var header = message.getHeader().getField("List-Unsubscribe");
        if (header == null) return null;
        var match = ANGLED.matcher(header.getBody());
        return match.find() ? URI.create(match.group(1)) : null;
    }

    private static String html(Entity entity) throws IOException {
        if (entity.getBody() instanceof Multipart parts) {
            for (var part : parts.getBodyParts()) {
                var found = html(part);
                if (!found.isEmpty()) return found;
            }
        }
        if (!"text/html".equals(entity.getMimeType()) || !(entity.getBody() instanceof TextBody text)) return "";
        try (var in = text.getInputStream()) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
