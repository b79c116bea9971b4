package regulars.customers;

import static schema.collect.Tables.SUBJECT;
import static schema.customers.Tables.SOURCE;
import static schema.customers.Tables.SUBJECT_LINK;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Reads what sources call people. */
@Repository
class ExternalIdStore {
    private static final String MADE_FROM_A_ROW = "row:";

    private final DSLContext dsl;

    ExternalIdStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The oldest first. A key that was made of a row without an id tells nobody anything and is left out. */
    Map<Integer, List<ExternalId>> of(Collection<Integer> customers) {
        return dsl.select(SUBJECT_LINK.CUSTOMER_NUMBER, DSL.coalesce(SOURCE.NAME, SUBJECT.SPACE), SUBJECT.VALUE)
                .from(SUBJECT_LINK)
                .join(SUBJECT)
                .on(SUBJECT.NUMBER.eq(SUBJECT_LINK.SUBJECT_NUMBER))
                .leftJoin(SOURCE)
                .on(SOURCE.CODE.eq(SUBJECT.SPACE))
                .where(SUBJECT_LINK.CUSTOMER_NUMBER.eq(DSL.any(customers.toArray(Integer[]::new))))
                .and(SUBJECT.KIND.eq("external"))
                .and(SUBJECT.VALUE.startsWith(MADE_FROM_A_ROW).not())
                .orderBy(SUBJECT.NUMBER)
                .fetchGroups(SUBJECT_LINK.CUSTOMER_NUMBER, row -> new ExternalId(row.value2(), row.value3()));
    }
}
