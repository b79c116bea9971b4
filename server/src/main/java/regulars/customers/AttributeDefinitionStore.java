package regulars.customers;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;
import static schema.customers.Tables.ATTRIBUTE;
import static schema.customers.Tables.ATTRIBUTE_CURRENT;
import static schema.customers.Tables.OBJECT_VALUE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes what the company says of its attributes. */
@Repository
class AttributeDefinitionStore {
    private final DSLContext dsl;

    AttributeDefinitionStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    void change(int id, AttributeDefinitions.Checked wish) {
        dsl.update(ATTRIBUTE)
                .set(ATTRIBUTE.LABEL, json(wish.label()))
                .set(ATTRIBUTE.PURPOSE, wish.purpose())
                .set(ATTRIBUTE.RETENTION_DAYS, wish.retentionDays())
                .set(ATTRIBUTE.SENSITIVITY, wish.sensitivity().code())
                .set(ATTRIBUTE.BASIS, wish.basis().code())
                .set(ATTRIBUTE.OPTIONS, json(wish.options()))
                .where(ATTRIBUTE.ID.eq(id))
                .execute();
    }

    void archive(int id, @Nullable Instant at) {
        dsl.update(ATTRIBUTE)
                .set(ATTRIBUTE.ARCHIVED_AT, at)
                .where(ATTRIBUTE.ID.eq(id))
                .execute();
    }

    /** Those left out come after, as they stood. */
    void arrange(List<Integer> ids) {
        var rest = dsl.select(ATTRIBUTE.ID)
                .from(ATTRIBUTE)
                .where(ATTRIBUTE.ID.notIn(ids))
                .orderBy(ATTRIBUTE.POSITION, ATTRIBUTE.KEY)
                .fetch(ATTRIBUTE.ID);
        var order = new ArrayList<>(ids);
        order.addAll(rest);
        for (int place = 0; place < order.size(); place++) {
            dsl.update(ATTRIBUTE)
                    .set(ATTRIBUTE.POSITION, place + 1)
                    .where(ATTRIBUTE.ID.eq(order.get(place)))
                    .and(ATTRIBUTE.POSITION.ne(place + 1))
                    .execute();
        }
    }

    void delete(int id) {
        dsl.deleteFrom(ATTRIBUTE).where(ATTRIBUTE.ID.eq(id)).execute();
    }

    /** Current values by attribute. */
    Map<Integer, Long> counts() {
        var counts = new HashMap<>(ofCustomers());
        dsl.select(OBJECT_VALUE.ATTRIBUTE_ID, count())
                .from(OBJECT_VALUE)
                .groupBy(OBJECT_VALUE.ATTRIBUTE_ID)
                .forEach(row -> counts.put(row.value1(), row.value2().longValue()));
        return counts;
    }

    private Map<Integer, Long> ofCustomers() {
        return dsl
                .select(ATTRIBUTE_CURRENT.ATTRIBUTE_ID, count())
                .from(ATTRIBUTE_CURRENT)
                .where(row(
                                ATTRIBUTE_CURRENT.TEXT_VALUE,
                                ATTRIBUTE_CURRENT.NUMBER_VALUE,
                                ATTRIBUTE_CURRENT.BOOLEAN_VALUE,
                                ATTRIBUTE_CURRENT.DATE_VALUE,
                                ATTRIBUTE_CURRENT.INSTANT_VALUE)
                        .isNull()
                        .not()) // what was taken back is no value
                .groupBy(ATTRIBUTE_CURRENT.ATTRIBUTE_ID)
                .fetch()
                .stream()
                .collect(Collectors.toMap(
                        row -> row.value1(), row -> row.value2().longValue()));
    }

    /** How many current values are this option, or have it. */
    long uses(Attribute attribute, String option) {
        return dsl.fetchCount(
                        ATTRIBUTE_CURRENT,
                        ATTRIBUTE_CURRENT.ATTRIBUTE_ID.eq(attribute.id()),
                        isAmong(option, ATTRIBUTE_CURRENT.TEXT_VALUE))
                + dsl.fetchCount(
                        OBJECT_VALUE,
                        OBJECT_VALUE.ATTRIBUTE_ID.eq(attribute.id()),
                        isAmong(option, OBJECT_VALUE.TEXT_VALUE));
    }

    private static Condition isAmong(String option, Field<String> lines) {
        return lower(val("\n").concat(lines).concat("\n")).contains(lower(val("\n" + option + "\n")));
    }

    private static JSONB json(Object value) {
        return JSONB.valueOf(JsonMapper.shared().writeValueAsString(value));
    }
}
