package regulars.content.liquid;

import org.jspecify.annotations.Nullable;

/** Text as HTML: the five characters that mean something become entities. */
public final class HtmlText {
    private HtmlText() {}

    public static String escape(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            String entity = entity(text.charAt(i));
            if (entity != null && escaped == null) escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
            if (escaped == null) continue;
            if (entity == null) escaped.append(text.charAt(i));
            else escaped.append(entity);
        }
        return escaped == null ? text : escaped.toString();
    }

    private static @Nullable String entity(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> null;
        };
    }
}
