package regulars.channels.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import regulars.channels.mime.MimeMail.Address;
import regulars.channels.mime.MimeMail.InvalidMail;

/**
 * Turns a mail into the bytes between DATA and the final dot. All of them are 7-bit but in an address with an
 * international local part ({@link #needsUtf8}); no line is longer than 998.
 */
public final class MimeWriter {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss '+0000'", Locale.ENGLISH);
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'});
    private static final int LONGEST_URI = 900;

    private final MimeMail mail;
    private final ByteBuffer out;
    private final Headers headers;

    private MimeWriter(MimeMail mail) {
        this.mail = mail;
        int bodies =
                mail.text().length() + (mail.html() == null ? 0 : mail.html().length());
        this.out = new ByteBuffer(2048 + bodies + bodies / 3);
        this.headers = new Headers(out);
    }

    /** @throws InvalidMail when a part cannot be written */
    public static byte[] write(MimeMail mail) {
        return new MimeWriter(mail).write();
    }

    /** Whether the address itself cannot be written in ASCII, so that the server must offer SMTPUTF8. */
    public static boolean needsUtf8(String address) {
        return !Text.isAscii(wireAddress(address));
    }

    /** The address as the envelope says it. */
    public static String wireAddress(String address) {
        return Headers.ascii(address);
    }

    private byte[] write() {
        writeHeaders();
        writeListHeaders();
        mail.headers().forEach(headers::extra);
        headers.raw("MIME-Version", "1.0");
        if (mail.html() == null) part("text/plain", mail.text());
        else alternative(mail.html());
        return out.bytes();
    }

    private void writeHeaders() {
        headers.raw("Date", DATE.format(mail.date().atOffset(ZoneOffset.UTC)));
        headers.address("From", mail.from());
        headers.address("To", mail.to());
        var replyTo = mail.replyTo();
        if (replyTo != null) headers.address("Reply-To", replyTo);
        headers.text("Subject", mail.subject());
        headers.raw("Message-ID", "<" + new Address("", mail.messageId()).address() + ">");
    }

    private void writeListHeaders() {
        var list = mail.listId();
        if (list != null) headers.listId(list);
        var oneClick = mail.unsubscribe();
        if (oneClick == null) return;
        headers.raw("List-Unsubscribe", bracketed(oneClick) + more(mail.unsubscribeMailto()));
        headers.raw("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private static String more(@Nullable URI mailto) {
        return mailto == null ? "" : ",\r\n " + bracketed(mailto);
    }

    private static String bracketed(URI uri) {
        var ascii = uri.toASCIIString();
        if (ascii.length() > LONGEST_URI || ascii.indexOf('>') >= 0)
            throw new InvalidMail("the unsubscribe address is too long or not a URI");
        return "<" + ascii + ">";
    }

    /** "=_" cannot occur in a quoted-printable or base64 body, so the boundary needs no search. */
    private void alternative(String html) {
        var boundary = "=_" + Integer.toHexString(mail.messageId().hashCode());
        headers.raw("Content-Type", "multipart/alternative; boundary=\"" + boundary + "\"");
        out.crlf();
        delimiter(boundary, "");
        part("text/plain", mail.text());
        delimiter(boundary, "");
        part("text/html", html);
        delimiter(boundary, "--");
    }

    private void delimiter(String boundary, String end) {
        out.put("--" + boundary + end);
        out.crlf();
    }

    private void part(String type, String text) {
        var lines = Text.withCrlf(text);
        headers.raw("Content-Type", type + "; charset=utf-8");
        boolean quoted = mostlyAscii(lines);
        headers.raw("Content-Transfer-Encoding", quoted ? "quoted-printable" : "base64");
        out.crlf();
        out.put(quoted ? QuotedPrintable.encode(lines) : LINES.encode(lines.getBytes(UTF_8)));
        out.crlf();
    }

    /** Below a sixth of foreign letters quoted-printable is the shorter and the readable one. */
    private static boolean mostlyAscii(String text) {
        int foreign = 0;
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) > 0x7e) foreign++;
        return foreign * 6L <= text.length();
    }
}
