package regulars.channels.smtp;

/** Who sends and who receives, as the wire says it; {@code utf8} when an address is not ASCII. */
public record SmtpEnvelope(String from, String to, boolean utf8) {
    public SmtpEnvelope {
        requireSafe(from);
        requireSafe(to);
    }

    private static void requireSafe(String address) {
        if (address.chars().anyMatch(c -> c <= ' ' || c == '<' || c == '>' || c == 0x7f))
            throw new IllegalArgumentException("not an address for the wire: " + address.replaceAll("\\p{Cntrl}", "?"));
    }
}
