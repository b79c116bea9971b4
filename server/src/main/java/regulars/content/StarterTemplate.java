package regulars.content;

/** A template to begin with. */
public record StarterTemplate(String key, TemplateDraft draft) {}
