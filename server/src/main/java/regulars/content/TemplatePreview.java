package regulars.content;

import java.util.List;

/** A message as somebody would get it, its size in bytes, and what to look at. */
public record TemplatePreview(
        String subject,
        String preheader,
        String html,
        String text,
        int htmlBytes,
        List<TemplateWarning> warnings,
        List<String> variables) {}
