package regulars.channels.mailbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.james.mime4j.dom.Header;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.dom.field.AddressListField;
import org.apache.james.mime4j.dom.field.MailboxListField;
import org.apache.james.mime4j.dom.field.ParsedField;
import org.apache.james.mime4j.dom.field.UnstructuredField;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;
import regulars.channels.smtp.SmtpDialogue;

/** A mail as it came, and what its head says in plain words; a head that cannot be read leaves those empty. */
record NewMail(
        Instant receivedAt,
        String envelopeFrom,
        List<String> envelopeTo,
        @Nullable String messageId,
        String subject,
        String sender,
        String recipient,
        byte[] raw) {

    static NewMail of(SmtpDialogue dialogue, Instant receivedAt) {
        var head = head(dialogue.content());
        return new NewMail(
                receivedAt,
                dialogue.from(),
                dialogue.to(),
                identifier(head.getField("Message-ID")),
                text(head.getField("Subject")),
                people(head.getField("From")),
                people(head.getField("To")),
                dialogue.content());
    }

    private static Header head(byte[] raw) {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        try {
            return builder.parseHeader(new ByteArrayInputStream(raw));
        } catch (IOException e) {
            return new org.apache.james.mime4j.message.HeaderImpl();
        }
    }

    private static @Nullable String identifier(org.apache.james.mime4j.stream.@Nullable Field field) {
        return field == null ? null : storable(field.getBody().strip().replaceAll("^<|>$", ""));
    }

    private static String text(org.apache.james.mime4j.stream.@Nullable Field field) {
        if (field == null) return "";
        return storable(field instanceof UnstructuredField parsed ? parsed.getValue() : field.getBody());
    }

    private static String people(org.apache.james.mime4j.stream.@Nullable Field field) {
        return switch (field) {
            case MailboxListField from
            when readable(from) ->
                from.getMailboxList().stream().map(NewMail::person).reduce("", NewMail::joined);
            case AddressListField to
            when readable(to) ->
                to.getAddressList().flatten().stream().map(NewMail::person).reduce("", NewMail::joined);
            case null -> "";
            default -> storable(field.getBody());
        };
    }

    private static boolean readable(ParsedField field) {
        return field.isValidField();
    }

    private static String person(Mailbox mailbox) {
        var name = mailbox.getName();
        return storable(
                name == null || name.isBlank() ? mailbox.getAddress() : name + " <" + mailbox.getAddress() + ">");
    }

    private static String joined(String list, String next) {
        return list.isEmpty() ? next : list + ", " + next;
    }

    /** PostgreSQL has no zero character in a text. */
    private static String storable(String text) {
        return text.replace("\0", "");
    }
}
