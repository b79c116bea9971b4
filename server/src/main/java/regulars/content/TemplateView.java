package regulars.content;

import java.time.Instant;
import java.util.UUID;

/** A template at one of its versions. */
public record TemplateView(
        UUID id,
        int version,
        boolean archived,
        TemplateDraft draft,
        String author,
        Instant createdAt,
        Instant updatedAt) {}
