package regulars.sources.files;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Fault;
import regulars.sources.SourcesFault;

/**
 * How a file is to be read. What is left out is told from the file; what does not apply to its kind stays out.
 *
 * @param encoding of a text
 * @param delimiter between the cells of a text, one character
 * @param headerLine the line with the names of the columns, the first being 1; 0 when there is none
 * @param sheet the name of a workbook's sheet
 */
public record FileForm(
        @Nullable TextEncoding encoding,
        @Nullable String delimiter,
        @Nullable Integer headerLine,
        @Nullable String sheet) {
    /** Everything is to be told from the file. */
    public static final FileForm UNKNOWN = new FileForm(null, null, null, null);

    /** As a person asks for it. */
    public static FileForm asked(
            @Nullable String encoding,
            @Nullable String delimiter,
            @Nullable Integer headerLine,
            @Nullable String sheet) {
        boolean fits = (delimiter == null || delimiter.length() == 1 && "\"\r\n".indexOf(delimiter.charAt(0)) < 0)
                && (headerLine == null || headerLine >= 0);
        if (!fits) {
            throw new Fault(
                            SourcesFault.FILE_FORM_INVALID,
                            "The file cannot be read so: a delimiter is one character, and lines are counted from 1.")
                    .at("delimiter", delimiter);
        }
        return new FileForm(encoding == null ? null : TextEncoding.of(encoding), delimiter, headerLine, sheet);
    }

    /** This form, with the other's word wherever this one leaves something out. */
    public FileForm or(FileForm other) {
        return new FileForm(
                encoding == null ? other.encoding : encoding,
                delimiter == null ? other.delimiter : delimiter,
                headerLine == null ? other.headerLine : headerLine,
                sheet == null ? other.sheet : sheet);
    }

    TextEncoding textEncoding() {
        return Objects.requireNonNullElse(encoding, TextEncoding.UTF_8);
    }

    char separator() {
        return delimiter == null || delimiter.isEmpty() ? ',' : delimiter.charAt(0);
    }

    int header() {
        return Objects.requireNonNullElse(headerLine, 1);
    }
}
