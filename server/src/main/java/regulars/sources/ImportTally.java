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

    void add(BatchOutcome batch) {
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
    }

    private void count(AcceptedOrder.Outcome outcome) {
        switch (outcome) {
            case CREATED -> created++;
            case UPDATED -> updated++;
            case UNCHANGED -> unchanged++;
        }
    }

    static byte[] bytes(RoaringBitmap bitmap) {
        try (var bytes = new ByteArrayOutputStream(bitmap.serializedSizeInBytes())) {
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
