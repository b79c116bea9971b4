package regulars.customers;

import static schema.customers.Tables.CONTACT_POINT;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.SOURCE;
import static schema.customers.Tables.SUBJECT_LINK;

import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.customers.CustomerCard.ContactView;
import schema.customers.tables.records.CustomerRecord;

/** Reads one customer for the card. */
@Repository
class CardStore {
    private final DSLContext dsl;

    CardStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    CustomerRecord customer(int number) {
        return Objects.requireNonNull(
                dsl.selectFrom(CUSTOMER).where(CUSTOMER.NUMBER.eq(number)).fetchOne(), "customer " + number);
    }

    List<ContactView> contacts(int number) {
        return dsl.select(CONTACT_POINT.fields())
                .select(SOURCE.NAME)
                .from(SUBJECT_LINK)
                .join(CONTACT_POINT)
                .on(CONTACT_POINT.SUBJECT_NUMBER.eq(SUBJECT_LINK.SUBJECT_NUMBER))
                .join(SOURCE)
                .on(SOURCE.ID.eq(CONTACT_POINT.SOURCE_ID))
                .where(SUBJECT_LINK.CUSTOMER_NUMBER.eq(number))
                .orderBy(CONTACT_POINT.KIND, CONTACT_POINT.CONFIRMED_AT.desc(), CONTACT_POINT.ID)
                .fetch(row -> new ContactView(
                        row.get(CONTACT_POINT.KIND),
                        row.get(CONTACT_POINT.VALUE),
                        row.get(CONTACT_POINT.VALIDITY),
                        row.get(CONTACT_POINT.INVALID_REASON),
                        row.get(SOURCE.NAME),
                        row.get(CONTACT_POINT.FIRST_SEEN_AT),
                        row.get(CONTACT_POINT.CONFIRMED_AT)));
    }

    @Nullable
    String sourceName(@Nullable Integer id) {
        return id == null
                ? null
                : dsl.select(SOURCE.NAME).from(SOURCE).where(SOURCE.ID.eq(id)).fetchOne(SOURCE.NAME);
    }
}
