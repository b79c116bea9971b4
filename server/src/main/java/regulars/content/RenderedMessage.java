package regulars.content;

/** A message as one person gets it; subject and preheader are single lines. */
public record RenderedMessage(String subject, String preheader, String html, String text) {}
