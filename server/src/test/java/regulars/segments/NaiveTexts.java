package regulars.segments;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts as {@link NaiveEvaluator} compares them: without regard to case in any alphabet, and with е for ё. */
final class NaiveTexts {
    private NaiveTexts() {}

    /** The category itself or one below it. */
    static boolean isIn(List<String> categories, @Nullable String path) {
        return among(categories, path)
                || path != null
                        && categories.stream().anyMatch(one -> fold(path).startsWith(fold(one + " > ")));
    }

    static boolean among(List<String> names, @Nullable String name) {
        return name != null && names.stream().anyMatch(wanted -> fold(wanted).equals(fold(name)));
    }

    static String fold(String text) {
        var folded = new StringBuilder();
        text.codePoints()
                .map(letter -> Character.toLowerCase(Character.toUpperCase(letter)))
                .map(letter -> letter == 'ё' ? 'е' : letter)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
