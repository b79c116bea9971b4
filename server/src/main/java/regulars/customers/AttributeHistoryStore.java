package regulars.customers;

import static org.jooq.impl.DSL.select;
import static schema.customers.Tables.ATTRIBUTE;
import static schema.customers.Tables.ATTRIBUTE_VALUE;
import static schema.customers.Tables.SOURCE;
import static schema.customers.Tables.SUBJECT_LINK;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Repository;

/** Reads which source gave which value of an attribute, and when. */
@Repository
class AttributeHistoryStore {
    private static final int MOST = 200;

    private final DSLContext dsl;

    AttributeHistoryStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The latest first. */
    List<GivenValue> of(int customer, Attribute attribute) {
        return dsl.select(ATTRIBUTE_VALUE.fields())
                .select(ATTRIBUTE.KEY, ATTRIBUTE.TYPE, SOURCE.NAME)
                .from(ATTRIBUTE_VALUE)
                .join(ATTRIBUTE)
                .on(ATTRIBUTE.ID.eq(ATTRIBUTE_VALUE.ATTRIBUTE_ID))
                .join(SOURCE)
                .on(SOURCE.ID.eq(ATTRIBUTE_VALUE.SOURCE_ID))
                .where(ATTRIBUTE_VALUE.SUBJECT_NUMBER.in(subjects(customer)))
                .and(ATTRIBUTE_VALUE.ATTRIBUTE_ID.eq(attribute.id()))
                .orderBy(ATTRIBUTE_VALUE.GIVEN_AT.desc(), ATTRIBUTE_VALUE.ID.desc())
                .limit(MOST)
                .fetch(AttributeHistoryStore::given);
    }

    /** Of each attribute what was given last. */
    List<GivenValue> latest(int customer) {
        return dsl.select(ATTRIBUTE_VALUE.fields())
                .select(ATTRIBUTE.KEY, ATTRIBUTE.TYPE, SOURCE.NAME)
                .distinctOn(ATTRIBUTE_VALUE.ATTRIBUTE_ID)
                .from(ATTRIBUTE_VALUE)
                .join(ATTRIBUTE)
                .on(ATTRIBUTE.ID.eq(ATTRIBUTE_VALUE.ATTRIBUTE_ID))
                .join(SOURCE)
                .on(SOURCE.ID.eq(ATTRIBUTE_VALUE.SOURCE_ID))
                .where(ATTRIBUTE_VALUE.SUBJECT_NUMBER.in(subjects(customer)))
                .orderBy(ATTRIBUTE_VALUE.ATTRIBUTE_ID, ATTRIBUTE_VALUE.GIVEN_AT.desc(), ATTRIBUTE_VALUE.ID.desc())
                .fetch(AttributeHistoryStore::given);
    }

    private static Select<Record1<Long>> subjects(int customer) {
        return select(SUBJECT_LINK.SUBJECT_NUMBER).from(SUBJECT_LINK).where(SUBJECT_LINK.CUSTOMER_NUMBER.eq(customer));
    }

    private static GivenValue given(Record row) {
        return new GivenValue(
                row.get(ATTRIBUTE.KEY),
                AttributeColumns.value(row),
                row.get(SOURCE.NAME),
                row.get(ATTRIBUTE_VALUE.GIVEN_AT));
    }
}
