package regulars.sources;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a batch.
 *
 * @param customers whom its rows speak of
 * @param orders the orders with what became of each
 * @param problems of rows that could be read and still not be taken
 * @param marks whom and what each row spoke of; null of a row that was not taken
 * @param leftOut cells that rows were taken without
 */
record BatchOutcome(
        long created,
        long updated,
        long unchanged,
        long newCustomers,
        List<Integer> customers,
        List<OrderOutcome> orders,
        List<RowProblem> problems,
        List<RowProblem> leftOut,
        List<Trail.@Nullable Mark> marks) {
    static BatchOutcome counted(long created, long updated, long unchanged, int rows) {
        return new BatchOutcome(
                created,
                updated,
                unchanged,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Collections.nCopies(rows, new Trail.Mark(0, 0)));
    }

    static BatchOutcome ofOrders(
            List<OrderOutcome> orders, List<RowProblem> problems, List<Trail.@Nullable Mark> marks) {
        return new BatchOutcome(0, 0, 0, 0, List.of(), orders, problems, List.of(), marks);
    }

    record OrderOutcome(long number, regulars.commerce.AcceptedOrder.Outcome outcome) {}
}
