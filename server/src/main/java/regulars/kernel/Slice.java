package regulars.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is read from a key onwards, so that the millionth row costs what the first does.
 *
 * @param next what to pass as {@code after} for the following page; null on the last
 */
public record Slice<T>(List<T> items, @Nullable String next) {
    public static final int MOST = 200;

    public Slice {
        items = List.copyOf(items);
    }

    /** A page size within the bounds that every list has. */
    public static int size(int asked) {
        return Math.clamp(asked, 1, MOST);
    }

    /** Makes the page of {@code rows} that were read with one more than {@code size}, to see whether more follow. */
    public static <R, T> Slice<T> of(List<R> rows, int size, Function<R, String> key, Function<R, T> item) {
        var shown = rows.size() > size ? rows.subList(0, size) : rows;
        return new Slice<>(shown.stream().map(item).toList(), rows.size() > size ? key.apply(shown.getLast()) : null);
    }
}
