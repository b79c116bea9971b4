package regulars.warehouse;

import java.sql.SQLException;

/** Both sides held still at the same snapshot, while the feed goes on. */
record Aligned(SourceView view, MirrorFile.Loan loan, Watermark watermark) implements AutoCloseable {
    @Override
    public void close() throws SQLException {
        try (view;
                loan;
                var statement = loan.connection().createStatement()) {
            statement.execute("rollback");
        }
    }
}
