package regulars.kernel;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table on its way out, row by row; memory holds one row. For one thread; closing ends the table, not the stream. */
public interface RowWriter extends AutoCloseable {
    /** @param cells texts, numbers, or anything whose text is its value; null is an empty cell */
    void row(List<? extends @Nullable Object> cells) throws IOException;

    @Override
    void close() throws IOException;
}
