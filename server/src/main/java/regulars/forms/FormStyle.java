package regulars.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import regulars.forms.FormDefinition.FormTheme;

/** What forms wear, and the script that brings them to other sites: files of ours, read once. */
final class FormStyle {
    static final String SCRIPT = read("forms.js");
    private static final String USUAL = read("form.css");
    private static final double DARK_BELOW = 0.4;

    private FormStyle() {}

    /**
     * The style of a form; the accent was checked when the form was published, and is checked again where it was not.
     */
    static String of(FormTheme theme) {
        var accent = theme.accent().matches("#[0-9a-f]{6}") ? theme.accent() : FormTheme.USUAL.accent();
        var on = brightness(accent) < DARK_BELOW ? "#ffffff" : "#111418";
        var scheme = switch (theme.mode()) {
            case "light", "dark" -> theme.mode();
            default -> "light dark";
        };
        return USUAL + ".rf,.rf-page{color-scheme:" + scheme + ";--rf-accent:" + accent + ";--rf-on-accent:" + on + "}";
    }

    /** Relative luminance (WCAG 2.2), 0 to 1. */
    private static double brightness(String color) {
        return 0.2126 * linear(color, 1) + 0.7152 * linear(color, 3) + 0.0722 * linear(color, 5);
    }

    private static double linear(String color, int at) {
        double part = Integer.parseInt(color.substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static String read(String name) {
        try (var in = FormStyle.class.getResourceAsStream("/forms/" + name)) {
            if (in == null) throw new IllegalStateException(name + " is missing from the jar");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
