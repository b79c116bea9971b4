package regulars.commerce;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The place of a product in the tree of categories, from the root down; however a source parts the steps, one spelling. */
final class CategoryPath {
    static final String STEP = " > ";
    private static final Pattern PARTING = Pattern.compile("\\s*[>»›|]\\s*|\\s+/\\s+|\\s*\\\\\\s*|\\s*::\\s*");

    private CategoryPath() {}

    static @Nullable String of(@Nullable String given) {
        if (given == null) return null;
        var path = Arrays.stream(PARTING.split(given))
                .map(String::strip)
                .filter(step -> !step.isEmpty())
                .collect(Collectors.joining(STEP));
        return path.isEmpty() ? null : path;
    }
}
