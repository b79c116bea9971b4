package regulars.segments;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists as they come from JSON, where an absent one means an empty one. */
final class Lists {
    private Lists() {}

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
