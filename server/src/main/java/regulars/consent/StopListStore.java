package regulars.consent;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.nullif;
import static schema.consent.Tables.SUPPRESSION;
import static schema.customers.Tables.CONTACT_POINT;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.customers.AddressHash;
import regulars.customers.FieldSight;
import regulars.kernel.RowWriter;

/** Reads the stop list for a file: first the addresses that customers still have, then the hashes of all others. */
@Repository
class StopListStore {
    static final List<String> HEADER = List.of("channel", "email", "phone", "reason", "createdAt", "addressHash");
    private static final int BATCH = 5000;
    private static final String EMAIL = "email";

    /** What a file gave as the reason, else ours. */
    private static final Field<String> REASON =
            coalesce(nullif(StopStore.SAID, inline("")), SUPPRESSION.REASON).as("why");

    private final DSLContext dsl;
    private final AddressHash hash;

    StopListStore(DSLContext dsl, AddressHash hash) {
        this.dsl = dsl;
        this.hash = hash;
    }

    /** Memory holds a batch, and the number of each stop that was written: some fifty bytes. */
    void write(FieldSight fields, RowWriter out) throws IOException {
        var written = new HashSet<Long>();
        long after = 0;
        while (true) {
            var contacts = contacts(after);
            writeKnown(contacts, fields, written, out);
            if (contacts.size() < BATCH) break;
            after = contacts.getLast().get(CONTACT_POINT.ID);
        }
        writeOthers(written, out);
    }

    private Result<? extends Record> contacts(long after) {
        return dsl.select(CONTACT_POINT.ID, CONTACT_POINT.KIND, CONTACT_POINT.NORMALISED)
                .from(CONTACT_POINT)
                .where(CONTACT_POINT.ID.gt(after))
                .orderBy(CONTACT_POINT.ID)
                .limit(BATCH)
                .fetch();
    }

    private void writeKnown(Result<? extends Record> contacts, FieldSight fields, Set<Long> written, RowWriter out)
            throws IOException {
        var known = new HashMap<String, Record>();
        var hashes = new HashSet<byte[]>();
        for (Record one : contacts) {
            if (!fields.sees(one.get(CONTACT_POINT.KIND))) continue;
            var hashed = hash.of(one.get(CONTACT_POINT.NORMALISED));
            if (known.put(HexFormat.of().formatHex(hashed), one) == null) hashes.add(hashed);
        }
        var stops = dsl.select(SUPPRESSION.fields())
                .select(REASON)
                .from(SUPPRESSION)
                .where(SUPPRESSION.ADDRESS_HASH.eq(any(hashes.toArray(byte[][]::new))))
                .orderBy(SUPPRESSION.ID)
                .fetch();
        for (Record stop : stops) {
            var address = known.get(HexFormat.of().formatHex(stop.get(SUPPRESSION.ADDRESS_HASH)));
            if (written.add(stop.get(SUPPRESSION.ID))) out.row(cells(stop, addresses(address)));
        }
    }

    private static Map<String, String> addresses(@Nullable Record contact) {
        return contact == null
                ? Map.of()
                : Map.of(contact.get(CONTACT_POINT.KIND), contact.get(CONTACT_POINT.NORMALISED));
    }

    private void writeOthers(Set<Long> written, RowWriter out) throws IOException {
        long after = 0;
        while (true) {
            var stops = dsl.select(SUPPRESSION.fields())
                    .select(REASON)
                    .from(SUPPRESSION)
                    .where(SUPPRESSION.ID.gt(after))
                    .orderBy(SUPPRESSION.ID)
                    .limit(BATCH)
                    .fetch();
            for (Record stop : stops) if (!written.contains(stop.get(SUPPRESSION.ID))) out.row(cells(stop, Map.of()));
            if (stops.size() < BATCH) return;
            after = stops.getLast().get(SUPPRESSION.ID);
        }
    }

    private static List<@Nullable Object> cells(Record stop, Map<String, String> address) {
        return Arrays.asList(
                stop.get(SUPPRESSION.CHANNEL),
                address.get(EMAIL),
                address.get("phone"),
                stop.get(REASON),
                stop.get(SUPPRESSION.CREATED_AT),
                HexFormat.of().formatHex(stop.get(SUPPRESSION.ADDRESS_HASH)));
    }
}
