package regulars.sources.files;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** The rows of a file below its header, from the first to the last; rows without any content are left out. */
public interface TableRows extends Iterator<TableRow>, AutoCloseable {
    /** The names of the columns; their numbers, from 1, when the file has no header. */
    List<String> header();

    /** About how far in the file the reading has come. */
    long bytesRead();

    /** Columns that may have lost something before the file came here, as far as the reading has come. */
    List<ColumnDoubt> doubts();

    @Override
    void close() throws IOException;
}
