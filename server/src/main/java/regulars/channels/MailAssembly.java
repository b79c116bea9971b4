package regulars.channels;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import regulars.channels.mime.MimeMail;
import regulars.channels.mime.MimeMail.Address;
import regulars.channels.mime.MimeWriter;
import regulars.channels.smtp.SmtpEnvelope;

/** Joins what a room composed with what the channel adds, and makes bytes of it. */
final class MailAssembly {
    private MailAssembly() {}

    /** Ready for the wire. */
    record Ready(SmtpEnvelope envelope, byte[] content) {}

    /**
     * The Message-ID depends on the message and its sending alone: another attempt carries the same.
     *
     * @throws IllegalArgumentException when a part of the mail cannot be written
     */
    static Ready assemble(OutgoingMail mail, String to, MailSettings settings, UUID id, String domain, Instant date) {
        var sender =
                mail.from() == null ? new Address(settings.fromName(), settings.fromAddress()) : address(mail.from());
        var replyTo = mail.replyTo() != null
                ? address(mail.replyTo())
                : settings.replyTo() == null ? null : new Address("", settings.replyTo());
        var unsubscribe = mail.unsubscribe();
        var list = mail.list();
        var mime = new MimeMail(
                sender,
                new Address(mail.to() == null ? "" : mail.to().name(), to),
                replyTo,
                mail.subject(),
                mail.text(),
                mail.html(),
                id + "@" + domain,
                date,
                unsubscribe == null ? null : unsubscribe.oneClick(),
                unsubscribe == null ? null : unsubscribe.mailto(),
                list == null ? null : new Address(list.name(), list.id()),
                mail.headers());
        var content = MimeWriter.write(mime);
        return new Ready(envelope(Objects.requireNonNull(sender).address(), to), content);
    }

    private static SmtpEnvelope envelope(String from, String to) {
        boolean utf8 = MimeWriter.needsUtf8(from) || MimeWriter.needsUtf8(to);
        return new SmtpEnvelope(MimeWriter.wireAddress(from), MimeWriter.wireAddress(to), utf8);
    }

    private static Address address(OutgoingMail.Mailbox mailbox) {
        return new Address(mailbox.name(), mailbox.address());
    }
}
