package regulars.demo;

import java.time.Instant;
import java.util.List;

/**
 * One order of the demo shop.
 *
 * @param totalMinor the sum of its lines
 */
record Sale(String id, String buyerId, Instant at, String status, String payment, long totalMinor, List<Line> lines) {
    /** One line: the amount is for all pieces together. */
    record Line(Catalogue.Product product, int quantity, long amountMinor) {}
}
