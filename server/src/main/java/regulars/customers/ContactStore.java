package regulars.customers;

import static schema.customers.Tables.CONTACT_POINT;
import static schema.customers.Tables.SUBJECT_LINK;

import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The addresses of people. */
@Repository
class ContactStore {
    private final DSLContext dsl;

    ContactStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Tells the customers whose address it was. */
    Set<Integer> markInvalid(String kind, String normalised, String reason) {
        var subjects = dsl.update(CONTACT_POINT)
                .set(CONTACT_POINT.VALIDITY, "invalid")
                .set(CONTACT_POINT.INVALID_REASON, reason)
                .where(CONTACT_POINT.KIND.eq(kind))
                .and(CONTACT_POINT.NORMALISED.eq(normalised))
                .and(CONTACT_POINT.VALIDITY.ne("invalid"))
                .returningResult(CONTACT_POINT.SUBJECT_NUMBER)
                .fetchSet(CONTACT_POINT.SUBJECT_NUMBER);
        return dsl.selectDistinct(SUBJECT_LINK.CUSTOMER_NUMBER)
                .from(SUBJECT_LINK)
                .where(SUBJECT_LINK.SUBJECT_NUMBER.in(subjects))
                .fetchSet(SUBJECT_LINK.CUSTOMER_NUMBER);
    }
}
