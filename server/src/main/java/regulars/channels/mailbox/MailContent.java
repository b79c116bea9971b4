package regulars.channels.mailbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;

/** A mail taken apart for reading: its headers decoded, its first plain and its first HTML text. */
record MailContent(
        List<MailHeader> headers,
        @Nullable String text,
        @Nullable String html) {
    record MailHeader(String name, String value) {}

    static MailContent of(byte[] raw) {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        try {
            var message = builder.parseMessage(new ByteArrayInputStream(raw));
            var headers = new ArrayList<MailHeader>();
            for (var field : message.getHeader().getFields()) {
                var value = DecoderUtil.decodeEncodedWords(field.getBody(), DecodeMonitor.SILENT);
                headers.add(new MailHeader(field.getName(), value.strip()));
            }
            return new MailContent(headers, first(message, "text/plain"), first(message, "text/html"));
        } catch (IOException e) {
            return new MailContent(List.of(), null, null);
        }
    }

    private static @Nullable String first(Entity entity, String type) throws IOException {
        if (entity.getBody() instanceof Multipart parts) {
            for (var part : parts.getBodyParts()) {
                var found = first(part, type);
                if (found != null) return found;
            }
            return null;
        }
        if (!type.equals(entity.getMimeType()) || !(entity.getBody() instanceof TextBody body)) return null;
        try (var reader = body.getReader()) {
            return reader.readAllAsString();
        }
    }
}
