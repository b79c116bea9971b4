package regulars.sources;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import regulars.commerce.AcceptedOrder;

/** What a run has come to so far. Customers and orders are counted once, however many rows speak of them. */
final class ImportTally {
    long rows;
    long created;
    long updated;
    long unchanged;
    long rejected;
    long newCustomers;
    long cellsLeftOut;
    final RoaringBitmap customers;
    final RoaringBitmap orders;

    ImportTally() {
        this(new RoaringBitmap(), new RoaringBitmap());
    }

    ImportTally(RoaringBitmap customers, RoaringBitmap orders) {
        this.customers = customers;
        this.orders = orders;
    }

    /** Tells whether anything was written. */
    boolean add(BatchOutcome batch) {
        long before = created + updated + newCustomers;
        created += batch.created();
        updated += batch.updated();
        unchanged += batch.unchanged();
        newCustomers += batch.newCustomers();
        rejected += batch.problems().size();
        cellsLeftOut += batch.leftOut().size();
        batch.customers().forEach(customers::add);
        for (var order : batch.orders()) {
            if (orders.checkedAdd(Math.toIntExact(order.number()))) count(order.outcome());
        }
        boolean touched = batch.orders().stream().anyMatch(order -> order.outcome() != AcceptedOrder.Outcome.UNCHANGED);
        return touched || created + updated + newCustomers > before;
    }

    /** A row that came before and says the same. */
    void seenAgain(Trail.Mark mark, boolean ofOrders) {
        if (mark.customer() != 0) customers.add(mark.customer());
        boolean first = mark.order() != 0 && orders.checkedAdd(mark.order());
        if (first || !ofOrders) unchanged++;
    }

    private void count(AcceptedOrder.Outcome outcome) {
        switch (outcome) {
            case CREATED -> created++;
            case UPDATED -> updated++;
            case UNCHANGED -> unchanged++;
        }
    }

    static byte[] bytes(RoaringBitmap bitmap) {
        try (var bytes = new ByteArrayOutputStream()) {
            bitmap.runOptimize();
            bitmap.serialize(new DataOutputStream(bytes));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RoaringBitmap bitmap(byte @Nullable [] bytes) {
        var bitmap = new RoaringBitmap();
        if (bytes == null) return bitmap;
        try {
            bitmap.deserialize(new DataInputStream(new ByteArrayInputStream(bytes)));
            return bitmap;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
