package regulars.sources;

/**
 * What an import has come to.
 *
 * @param rows read, the rejected among them
 * @param created customers or orders, by the kind of the import; so with {@code updated} and {@code unchanged}
 * @param rejected rows
 * @param customers whom the file speaks of
 * @param newCustomers of those, the ones nobody knew before
 * @param orders that the file speaks of
 * @param cellsLeftOut that could not be read and that their rows were taken without
 */
public record ImportCounts(
        long rows,
        long created,
        long updated,
        long unchanged,
        long rejected,
        long customers,
        long newCustomers,
        long orders,
        long cellsLeftOut) {}
