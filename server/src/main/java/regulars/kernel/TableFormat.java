package regulars.kernel;

import java.io.IOException;
import java.io.OutputStream;

/** What a table can be taken home as. */
public enum TableFormat {
    CSV("text/csv;charset=UTF-8", Integer.MAX_VALUE) {
        @Override
        public RowWriter open(OutputStream out) throws IOException {
            return new CsvRowWriter(out);
        }
    },
    /** What one sheet can have is the format's own limit. */
    XLSX(TableFormat.XLSX_TYPE, 1_048_575) {
        @Override
        public RowWriter open(OutputStream out) throws IOException {
            return new WorkbookWriter(out);
        }
    };

    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String mediaType;
    private final int mostRows;

    TableFormat(String mediaType, int mostRows) {
        this.mediaType = mediaType;
        this.mostRows = mostRows;
    }

    /** Refuses a table that the format has no room for, before anything of it is sent. */
    public void requireRoom(int rows) {
        if (rows <= mostRows) return;
        throw new Fault(
                        KernelFault.TABLE_TOO_LONG,
                        "A workbook has room for " + mostRows + " rows, and these are " + rows + ": take CSV.")
                .at("rows", rows)
                .with("limit", mostRows);
    }

    public String mediaType() {
        return mediaType;
    }

    /** The end of a file's name, with its dot. */
    public String suffix() {
        return "." + name().toLowerCase(java.util.Locale.ROOT);
    }

    public abstract RowWriter open(OutputStream out) throws IOException;
}
