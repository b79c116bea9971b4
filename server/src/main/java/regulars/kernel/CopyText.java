package regulars.kernel;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Rows in the text form of PostgreSQL's COPY. Used once, by one thread. */
final class CopyText {
    private static final int CHUNK = 32 * 1024;

    private final CopyIn copy;
    private final StringBuilder text = new StringBuilder(CHUNK + 1024);

    CopyText(CopyIn copy) {
        this.copy = copy;
    }

    /** @param columns the cells of each column */
    void write(List<Object[]> columns, int rows) throws SQLException {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns.size(); column++) {
                if (column > 0) text.append('\t');
                cell(columns.get(column)[row]);
            }
            text.append('\n');
            if (text.length() >= CHUNK) send();
        }
        send();
        copy.endCopy();
    }

    private void send() throws SQLException {
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    private void cell(@Nullable Object value) {
        switch (value) {
            case null -> text.append("\\N");
            case String string -> escaped(string);
            case JSONB json -> escaped(json.data());
            case Long number -> text.append(number.longValue());
            case Integer number -> text.append(number.intValue());
            case BigDecimal number -> text.append(number.toPlainString());
            case byte[] bytes -> text.append("\\\\x").append(HexFormat.of().formatHex(bytes));
            default -> text.append(value); // a number, a truth value, a UUID, a date or an instant
        }
    }

    private void escaped(String string) {
        int from = 0;
        for (int i = 0; i < string.length(); i++) {
            char letter = switch (string.charAt(i)) {
                case '\\' -> '\\';
                case '\t' -> 't';
                case '\n' -> 'n';
                case '\r' -> 'r';
                default -> 0;
            };
            if (letter == 0) continue;
            text.append(string, from, i).append('\\').append(letter);
            from = i + 1;
        }
        text.append(string, from, string.length());
    }
}
