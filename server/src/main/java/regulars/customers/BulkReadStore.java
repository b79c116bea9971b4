package regulars.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.SOURCE_RECORD;
import static schema.customers.Tables.SUBJECT_LINK;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;

/** Reads of many customers what a change of them all asks. */
@Repository
class BulkReadStore {
    private final DSLContext dsl;

    BulkReadStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** A usual field of those of the customers who have it. */
    Map<Integer, String> values(Collection<Integer> numbers, Field<String> column) {
        var values = new HashMap<Integer, String>();
        dsl.select(CUSTOMER.NUMBER, column)
                .from(CUSTOMER)
                .where(CUSTOMER.NUMBER.eq(any(numbers.toArray(Integer[]::new))))
                .and(column.isNotNull())
                .forEach(row -> values.put(row.value1(), row.value2()));
        return values;
    }

    /** Of each customer the last record that speaks of a usual field. */
    Map<Integer, Long> lastWords(Collection<Integer> numbers, ProfileField about) {
        return lastWords(numbers, inline(about.key()), SOURCE_RECORD.DATA);
    }

    /** Of each customer the last record that speaks of a custom attribute. */
    Map<Integer, Long> lastWords(Collection<Integer> numbers, String attribute) {
        var own = field("{0} -> 'attributes'", org.jooq.JSONB.class, SOURCE_RECORD.DATA);
        return lastWords(numbers, org.jooq.impl.DSL.val(attribute, VARCHAR), own);
    }

    private Map<Integer, Long> lastWords(Collection<Integer> numbers, Field<String> key, Field<org.jooq.JSONB> data) {
        var last = max(SOURCE_RECORD.ID);
        return dsl.select(SUBJECT_LINK.CUSTOMER_NUMBER, last)
                .from(SUBJECT_LINK)
                .join(SOURCE_RECORD)
                .on(SOURCE_RECORD.SUBJECT_NUMBER.eq(SUBJECT_LINK.SUBJECT_NUMBER))
                .where(SUBJECT_LINK.CUSTOMER_NUMBER.eq(any(numbers.toArray(Integer[]::new))))
                .and(SOURCE_RECORD.UNDONE_AT.isNull())
                .and(condition("jsonb_exists({0}, {1})", data, key))
                .groupBy(SUBJECT_LINK.CUSTOMER_NUMBER)
                .fetchMap(SUBJECT_LINK.CUSTOMER_NUMBER, last);
    }
}
