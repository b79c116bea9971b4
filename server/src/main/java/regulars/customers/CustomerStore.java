package regulars.customers;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static schema.customers.Tables.CONTACT_POINT;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.SUBJECT_LINK;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** People and which subjects are theirs. */
@Repository
class CustomerStore {
    private final DSLContext dsl;

    CustomerStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Nullable
    Integer number(UUID id) {
        return dsl.select(CUSTOMER.NUMBER)
                .from(CUSTOMER)
                .where(CUSTOMER.ID.eq(id))
                .and(CUSTOMER.STATE.eq("active"))
                .fetchOne(CUSTOMER.NUMBER);
    }

    Map<Integer, UUID> ids(Collection<Integer> numbers) {
        return dsl.select(CUSTOMER.NUMBER, CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.NUMBER.eq(DSL.any(numbers.toArray(Integer[]::new))))
                .fetchMap(CUSTOMER.NUMBER, CUSTOMER.ID);
    }

    Map<Long, Integer> customersOf(Collection<Long> subjects) {
        return dsl.select(SUBJECT_LINK.SUBJECT_NUMBER, SUBJECT_LINK.CUSTOMER_NUMBER)
                .from(SUBJECT_LINK)
                .where(SUBJECT_LINK.SUBJECT_NUMBER.eq(DSL.any(subjects.toArray(Long[]::new))))
                .fetchMap(SUBJECT_LINK.SUBJECT_NUMBER, SUBJECT_LINK.CUSTOMER_NUMBER);
    }

    List<Long> subjects(int number) {
        return dsl.select(SUBJECT_LINK.SUBJECT_NUMBER)
                .from(SUBJECT_LINK)
                .where(SUBJECT_LINK.CUSTOMER_NUMBER.eq(number))
                .fetch(SUBJECT_LINK.SUBJECT_NUMBER);
    }

    /** The best address of each kind: not known to be bad, and the last confirmed. */
    void projectAddresses(Collection<Integer> numbers) {
        dsl.update(CUSTOMER)
                .set(CUSTOMER.EMAIL, best("email"))
                .set(CUSTOMER.PHONE, best("phone"))
                .where(CUSTOMER.NUMBER.eq(DSL.any(numbers.toArray(Integer[]::new))))
                .execute();
    }

    private static Field<String> best(String kind) {
        return field(select(CONTACT_POINT.NORMALISED)
                .from(SUBJECT_LINK)
                .join(CONTACT_POINT)
                .on(CONTACT_POINT.SUBJECT_NUMBER.eq(SUBJECT_LINK.SUBJECT_NUMBER))
                .where(SUBJECT_LINK.CUSTOMER_NUMBER.eq(CUSTOMER.NUMBER))
                .and(CONTACT_POINT.KIND.eq(kind))
                .and(CONTACT_POINT.VALIDITY.ne("invalid"))
                .orderBy(CONTACT_POINT.CONFIRMED_AT.desc(), CONTACT_POINT.ID.desc())
                .limit(1));
    }
}
