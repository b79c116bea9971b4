package regulars.content;

/** How a body is written. */
public enum TemplateFormat {
    HTML,
    MJML
}
