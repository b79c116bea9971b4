package regulars.access;

import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import regulars.kernel.RowWriter;
import regulars.kernel.TableFormat;

/** A table as an answer that a browser saves: streamed, whatever its length. */
public final class TableDownload {
    private TableDownload() {}

    /** Writes the rows below the header. */
    @FunctionalInterface
    public interface Rows {
        void writeTo(RowWriter out) throws IOException;
    }

    /** @param name of the file, without its ending */
    public static ResponseEntity<StreamingResponseBody> of(
            String name, TableFormat format, List<String> header, Rows rows) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(format.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + format.suffix() + "\"")
                .body(out -> {
                    try (var table = format.open(out)) {
                        table.row(header);
                        rows.writeTo(table);
                    }
                });
    }
}
