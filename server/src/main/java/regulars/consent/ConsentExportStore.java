package regulars.consent;

import static schema.consent.Tables.PURPOSE;
import static schema.consent.Tables.STATE;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.SUBJECT_LINK;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.customers.FieldSight;
import regulars.customers.ProfileField;
import regulars.kernel.RowWriter;
import regulars.kernel.Sight;

/** Reads where customers stand for a file, a batch at a time, by key. */
@Repository
class ConsentExportStore {
    static final List<String> HEADER =
            List.of("id", "name", "email", "phone", "channel", "purpose", "standing", "givenAt", "imported");
    private static final int BATCH = 1000;

    private final DSLContext dsl;

    ConsentExportStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    void write(Sight sight, FieldSight fields, RowWriter out) throws IOException {
        long after = 0;
        while (true) {
            var rows = batch(sight, after);
            for (Record row : rows) out.row(cells(row, fields));
            if (rows.size() < BATCH) return;
            after = rows.getLast().get(STATE.ID);
        }
    }

    private Result<? extends Record> batch(Sight sight, long after) {
        return dsl.select(STATE.ID, STATE.CHANNEL, STATE.GRANTED, STATE.GIVEN_AT, STATE.IMPORTED, PURPOSE.CODE)
                .select(CUSTOMER.ID, CUSTOMER.FULL_NAME, CUSTOMER.EMAIL, CUSTOMER.PHONE)
                .from(STATE)
                .join(PURPOSE)
                .on(PURPOSE.ID.eq(STATE.PURPOSE_ID))
                .join(SUBJECT_LINK)
                .on(SUBJECT_LINK.SUBJECT_NUMBER.eq(STATE.SUBJECT_NUMBER))
                .join(CUSTOMER)
                .on(CUSTOMER.NUMBER.eq(SUBJECT_LINK.CUSTOMER_NUMBER), CUSTOMER.STATE.eq("active"))
                .where(STATE.ID.gt(after), sight.admits(CUSTOMER.OWNER_ID))
                .orderBy(STATE.ID)
                .limit(BATCH)
                .fetch();
    }

    private static List<@Nullable Object> cells(Record row, FieldSight fields) {
        return Arrays.asList(
                row.get(CUSTOMER.ID),
                row.get(CUSTOMER.FULL_NAME),
                fields.sees(ProfileField.EMAIL) ? row.get(CUSTOMER.EMAIL) : null,
                fields.sees(ProfileField.PHONE) ? row.get(CUSTOMER.PHONE) : null,
                row.get(STATE.CHANNEL),
                row.get(PURPOSE.CODE),
                row.get(STATE.GRANTED) ? "granted" : "withdrawn",
                row.get(STATE.GIVEN_AT),
                row.get(STATE.IMPORTED));
    }
}
