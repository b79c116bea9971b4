package regulars.warehouse;

import static regulars.warehouse.TableShape.quote;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One value read from either side into the same Java form, so that the two can be compared and hashed. */
final class Cells {
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private Cells() {}

    /** A row of PostgreSQL's binary form. */
    static @Nullable Object[] ofWire(List<MirrorColumn> columns, ByteBuffer wire) {
        var cells = new @Nullable Object[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            int length = wire.getInt();
            cells[i] = length < 0 ? null : ofWire(columns.get(i).kind(), wire, length);
        }
        return cells;
    }

    /** A row of the mirror, selected by {@link #expression}. */
    static @Nullable Object[] ofResult(List<MirrorColumn> columns, ResultSet row) throws SQLException {
        var cells = new @Nullable Object[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            var cell = ofResult(columns.get(i).kind(), row, i + 1);
            cells[i] = row.wasNull() ? null : cell;
        }
        return cells;
    }

    /** How the mirror is asked for a column: instants and days as numbers. */
    static String expression(MirrorColumn column) {
        var name = quote(column.name());
        return switch (column.kind()) {
            case INSTANT -> "epoch_us(" + name + ")";
            case DATE -> "(" + name + " - date '1970-01-01')::integer";
            case BOOLEAN, SMALLINT, INTEGER, BIGINT, FLOAT, NUMERIC, TEXT, JSON_TEXT, ID, BYTES -> name;
        };
    }

    /** Of 64 bits and of the order of the columns. */
    static long digest(@Nullable Object[] cells) {
        long hash = cells.length;
        for (var cell : cells) hash = mix(hash * PRIME + digest(cell));
        return hash;
    }

    static boolean same(@Nullable Object one, @Nullable Object other) {
        return one instanceof byte[] bytes && other instanceof byte[] others
                ? Arrays.equals(bytes, others)
                : java.util.Objects.equals(one, other);
    }

    /** As a person reads it. */
    static @Nullable String text(ColumnKind kind, @Nullable Object cell) {
        if (cell == null) return null;
        return switch (kind) {
            case INSTANT -> Instant.EPOCH.plus((Long) cell, ChronoUnit.MICROS).toString();
            case DATE -> LocalDate.ofEpochDay((Integer) cell).toString();
            case BYTES -> java.util.HexFormat.of().formatHex((byte[]) cell);
            case BOOLEAN, SMALLINT, INTEGER, BIGINT, FLOAT, NUMERIC, TEXT, JSON_TEXT, ID -> cell.toString();
        };
    }

    private static @Nullable Object ofWire(ColumnKind kind, ByteBuffer wire, int length) {
        return switch (kind) {
            case BOOLEAN -> wire.get() != 0;
            case SMALLINT -> (int) wire.getShort();
            case INTEGER -> wire.getInt();
            case BIGINT -> wire.getLong();
            case FLOAT -> wire.getDouble();
            case NUMERIC -> WireNumeric.read(wire);
            case ID -> new UUID(wire.getLong(), wire.getLong());
            case INSTANT -> finite(WireTime.epochMicros(wire.getLong()));
            case DATE -> WireTime.epochDays(wire.getInt());
            case TEXT -> new String(bytes(wire, length), StandardCharsets.UTF_8);
            case JSON_TEXT -> new String(bytes(wire, length), 1, length - 1, StandardCharsets.UTF_8);
            case BYTES -> bytes(wire, length);
        };
    }

    private static @Nullable Object ofResult(ColumnKind kind, ResultSet row, int index) throws SQLException {
        return switch (kind) {
            case BOOLEAN -> row.getBoolean(index);
            case SMALLINT, INTEGER, DATE -> row.getInt(index);
            case BIGINT, INSTANT -> row.getLong(index);
            case FLOAT, NUMERIC -> row.getDouble(index);
            case TEXT, JSON_TEXT -> row.getString(index);
            case ID -> row.getObject(index);
            case BYTES -> row.getBytes(index);
        };
    }

    /** DuckDB has no microseconds for the infinities: both sides say null. */
    private static @Nullable Long finite(long micros) {
        return Math.abs(micros) == Long.MAX_VALUE ? null : (Long) micros;
    }

    private static byte[] bytes(ByteBuffer wire, int length) {
        var bytes = new byte[length];
        wire.get(bytes);
        return bytes;
    }

    private static long digest(@Nullable Object cell) {
        return switch (cell) {
            case null -> 1;
            case Long number -> mix(number);
            case Integer number -> mix(number);
            case Double number -> mix(Double.doubleToLongBits(number));
            case Boolean flag -> flag ? 2 : 3;
            case UUID id -> mix(id.getMostSignificantBits()) ^ id.getLeastSignificantBits();
            case String text -> digest(text);
            case byte[] bytes -> Arrays.hashCode(bytes) * PRIME;
            default -> throw new IllegalStateException("no such cell: " + cell.getClass());
        };
    }

    private static long digest(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) hash = hash * 0x100000001B3L + text.charAt(i);
        return mix(hash);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 32)) * PRIME;
        mixed = (mixed ^ (mixed >>> 29)) * PRIME;
        return mixed ^ (mixed >>> 32);
    }
}
