package regulars.campaigns;

import static schema.customers.Tables.CONTACT_POINT;
import static schema.customers.Tables.SUBJECT_LINK;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Reads contact points by key. */
@Repository
class CandidateStore {
    private final DSLContext dsl;

    CandidateStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Which of the customers have an address, though none that works. */
    Set<Integer> withSomeEmail(Collection<Integer> customers) {
        return dsl.selectDistinct(SUBJECT_LINK.CUSTOMER_NUMBER)
                .from(SUBJECT_LINK)
                .join(CONTACT_POINT)
                .on(CONTACT_POINT.SUBJECT_NUMBER.eq(SUBJECT_LINK.SUBJECT_NUMBER))
                .where(SUBJECT_LINK.CUSTOMER_NUMBER.in(customers))
                .and(CONTACT_POINT.KIND.eq("email"))
                .fetchSet(SUBJECT_LINK.CUSTOMER_NUMBER);
    }

    /** Every subject that has this address: whoever they are, they are reached at it. */
    List<Long> subjectsWithEmail(String normalised) {
        return dsl.selectDistinct(CONTACT_POINT.SUBJECT_NUMBER)
                .from(CONTACT_POINT)
                .where(CONTACT_POINT.KIND.eq("email"))
                .and(CONTACT_POINT.NORMALISED.eq(normalised))
                .fetch(CONTACT_POINT.SUBJECT_NUMBER);
    }
}
