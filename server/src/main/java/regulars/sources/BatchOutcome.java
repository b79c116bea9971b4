package regulars.sources;

import java.util.List;

/**
 * What became of a batch.
 *
 * @param customers whom its rows speak of
 * @param orders the orders with what became of each
 * @param problems of rows that could be read and still not be taken
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
        List<RowProblem> leftOut) {
    record OrderOutcome(long number, regulars.commerce.AcceptedOrder.Outcome outcome) {}
}
