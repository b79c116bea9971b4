package regulars.warehouse;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.duckdb.DuckDBAppender;
import org.jooq.DataType;
import org.jooq.JSON;
import org.jooq.JSONB;

/**
 * How a PostgreSQL type lives in the mirror, and how its binary form is carried over.
 *
 * <p>{@code timestamptz} stays an instant ({@code TIMESTAMPTZ}, microseconds; every session is in UTC), {@code jsonb}
 * is text that DuckDB's JSON functions read, and {@code numeric} is a {@code DOUBLE}: exact to 15 digits and four times
 * as fast as a wide decimal. Money is {@code bigint} everywhere and stays exact.
 */
enum ColumnKind {
    BOOLEAN("BOOLEAN") {
        @Override
        void carry(ByteBuffer wire, int length, DuckDBAppender to) throws SQLException {
            to.append(wire.get() != 0);
        }
    },
    SMALLINT("SMALLINT") {
        @Override
        void carry(ByteBuffer wire, int length, DuckDBAppender to) throws SQLException {
            to.append(wire.getShort());
        }
    },
    INTEGER("INTEGER") {
        @Override
        void carry(ByteBuffer wire, int length, DuckDBAppender to) throws SQLException {
            to.append(wire.getInt());
        }
    },
    BIGINT("BIGINT") {
        @Override
        void carry(ByteBuffer wire, int length, DuckDBAppender to) throws SQLException {
            to.append(wire.getLong());
        }
    },
    FLOAT("DOUBLE") {
        @Override
        void carry(ByteBuffer wire, int length, DuckDBAppender to) throws SQLException {
            to.append(wire.getDouble());
        }
    },
    NUMERIC("DOUBLE") {
        @Override
        void carry(ByteBuffer wire, int length, DuckDBAppender to) throws SQLException {
            to.append(WireNumeric.read(wire));
        }
    },
    TEXT("VARCHAR") {
        @Override
        void carry(ByteBuffer wire, int length, DuckDBAppender to) throws SQLException {
            to.append(text(wire, length));
        }
    },
    JSON_TEXT("VARCHAR") {
        @Override
        void carry(ByteBuffer wire, int length, DuckDBAppender to) throws SQLException {
            wire.get(); // the version of the format
            to.append(text(wire, length - 1));
        }
    },
    ID("UUID") {
        @Override
        void carry(ByteBuffer wire, int length, DuckDBAppender to) throws SQLException {
            to.append(new UUID(wire.getLong(), wire.getLong()));
        }
    },
    INSTANT("TIMESTAMPTZ") {
        @Override
        void carry(ByteBuffer wire, int length, DuckDBAppender to) throws SQLException {
            to.appendEpochMicros(WireTime.epochMicros(wire.getLong()));
        }
    },
    DATE("DATE") {
        @Override
        void carry(ByteBuffer wire, int length, DuckDBAppender to) throws SQLException {
            to.appendEpochDays(WireTime.epochDays(wire.getInt()));
        }
    },
    BYTES("BLOB") {
        @Override
        void carry(ByteBuffer wire, int length, DuckDBAppender to) throws SQLException {
            var bytes = new byte[length];
            wire.get(bytes);
            to.append(bytes);
        }
    };

    private static final Map<Class<?>, ColumnKind> OF_JAVA = Map.ofEntries(
            Map.entry(Boolean.class, BOOLEAN),
            Map.entry(Short.class, SMALLINT),
            Map.entry(Integer.class, INTEGER),
            Map.entry(Long.class, BIGINT),
            Map.entry(Double.class, FLOAT),
            Map.entry(BigDecimal.class, NUMERIC),
            Map.entry(String.class, TEXT),
            Map.entry(JSONB.class, JSON_TEXT),
            Map.entry(UUID.class, ID),
            Map.entry(Instant.class, INSTANT),
            Map.entry(LocalDate.class, DATE),
            Map.entry(byte[].class, BYTES));

    private final String duck;

    ColumnKind(String duck) {
        this.duck = duck;
    }

    /** The column's type in DuckDB. */
    String duck() {
        return duck;
    }

    /** Takes one value that is not null from PostgreSQL's binary form and appends it. */
    abstract void carry(ByteBuffer wire, int length, DuckDBAppender to) throws SQLException;

    static ColumnKind of(DataType<?> type) {
        var kind = OF_JAVA.get(type.getType());
        if (kind == null || type.getType() == JSON.class) {
            throw new IllegalArgumentException("the mirror cannot hold a column of type " + type);
        }
        return kind;
    }

    private static String text(ByteBuffer wire, int length) {
        var text = new String(wire.array(), wire.arrayOffset() + wire.position(), length, StandardCharsets.UTF_8);
        wire.position(wire.position() + length);
        return text;
    }
}
