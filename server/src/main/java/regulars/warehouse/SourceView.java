package regulars.warehouse;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** PostgreSQL as one snapshot shows it, until closed. For one thread. */
record SourceView(Connection connection, Snapshot snapshot, Origin origin, long prunedBefore) implements AutoCloseable {
    private static final int SIGNATURE = 11;
    private static final int END = -1;

    /** A row in PostgreSQL's binary form: for each field its length, or -1, and its bytes. */
    interface RowSink {
        void row(ByteBuffer fields) throws SQLException;
    }

    /**
     * Streams a query's rows by COPY, whatever their number.
     *
     * @return how many there were
     */
    long copy(String query, RowSink to) throws SQLException {
        var copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + query + ") to stdout (format binary)");
        long rows = 0;
        try {
            boolean first = true;
            for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
                var wire = ByteBuffer.wrap(message);
                if (first) skipHeader(wire);
                first = false;
                while (wire.hasRemaining() && wire.getShort() != END) {
                    to.row(wire);
                    rows++;
                }
            }
        } finally {
            if (copy.isActive()) copy.cancelCopy();
        }
        return rows;
    }

    private static void skipHeader(ByteBuffer wire) {
        wire.position(wire.position() + SIGNATURE + Integer.BYTES);
        int extension = wire.getInt();
        wire.position(wire.position() + extension);
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            connection.setReadOnly(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // The connection is broken and the pool drops it; what was read before stands.
        }
    }
}
