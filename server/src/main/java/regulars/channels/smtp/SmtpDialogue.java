package regulars.channels.smtp;

import java.util.List;

/**
 * What a client said so far. {@code content} is empty before the final dot.
 *
 * @param from the envelope's sender, empty for a bounce
 */
public record SmtpDialogue(String hello, String from, List<String> to, byte[] content) {}
