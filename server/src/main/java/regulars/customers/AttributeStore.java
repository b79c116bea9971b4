package regulars.customers;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static schema.customers.Tables.ATTRIBUTE;
import static schema.customers.Tables.ATTRIBUTE_CURRENT;
import static schema.customers.Tables.ATTRIBUTE_VALUE;
import static schema.customers.Tables.OBJECT_TYPE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.kernel.Batch;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Custom attributes: every value ever given is appended, the last one of each subject is kept beside. */
@Repository
class AttributeStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext dsl;

    AttributeStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    record Slot(long subject, int attribute) implements Comparable<Slot> {
        private static final Comparator<Slot> ORDER =
                Comparator.comparingLong(Slot::subject).thenComparingInt(Slot::attribute);

        @Override
        public int compareTo(Slot other) {
            return ORDER.compare(this, other);
        }
    }

    /** @param value null takes back what was known */
    record Value(Slot slot, long recordId, @Nullable Object value) {
        private <T> @Nullable T as(Class<T> type) {
            return type.isInstance(value) ? type.cast(value) : null;
        }
    }

    void add(AttributeOwner owner, String key, AttributeType type, Map<String, String> label, Instant now) {
        dsl.insertInto(
                        ATTRIBUTE,
                        ATTRIBUTE.OBJECT_TYPE_ID,
                        ATTRIBUTE.KEY,
                        ATTRIBUTE.TYPE,
                        ATTRIBUTE.LABEL,
                        ATTRIBUTE.POSITION,
                        ATTRIBUTE.CREATED_AT)
                .values(
                        val(owner.objectType(), ATTRIBUTE.OBJECT_TYPE_ID),
                        val(key),
                        val(type.code()),
                        val(JSONB.valueOf(JSON.writeValueAsString(label))),
                        field(select(coalesce(max(ATTRIBUTE.POSITION), 0).plus(1))
                                .from(ATTRIBUTE)),
                        val(now))
                .onConflictDoNothing()
                .execute();
    }

    /** Those of customers, the archived too, in the order that the company gave them. */
    List<AttributeDefinition> definitions() {
        return definitions(AttributeOwner.CUSTOMERS);
    }

    /** The same of another owner. */
    List<AttributeDefinition> definitions(AttributeOwner owner) {
        return defined(ATTRIBUTE.OBJECT_TYPE_ID.isNotDistinctFrom(owner.objectType()));
    }

    /** Every owner's. */
    List<AttributeDefinition> everyDefinition() {
        return defined(noCondition());
    }

    private List<AttributeDefinition> defined(Condition which) {
        return dsl.select(ATTRIBUTE.fields())
                .select(OBJECT_TYPE.KEY)
                .from(ATTRIBUTE)
                .leftJoin(OBJECT_TYPE)
                .on(OBJECT_TYPE.ID.eq(ATTRIBUTE.OBJECT_TYPE_ID))
                .where(which)
                .orderBy(ATTRIBUTE.POSITION, ATTRIBUTE.KEY)
                .fetch(AttributeStore::definition);
    }

    private static AttributeDefinition definition(Record row) {
        var options = JSON.readValue(row.get(ATTRIBUTE.OPTIONS).data(), new TypeReference<List<AttributeOption>>() {});
        var attribute = new Attribute(
                row.get(ATTRIBUTE.ID),
                row.get(ATTRIBUTE.KEY),
                AttributeType.of(row.get(ATTRIBUTE.TYPE)),
                options,
                row.get(ATTRIBUTE.ARCHIVED_AT) != null);
        var type = row.get(ATTRIBUTE.OBJECT_TYPE_ID);
        return new AttributeDefinition(
                type == null ? AttributeOwner.CUSTOMERS : new AttributeOwner(type, row.get(OBJECT_TYPE.KEY)),
                attribute,
                JSON.readValue(row.get(ATTRIBUTE.LABEL).data(), new TypeReference<Map<String, String>>() {}),
                row.get(ATTRIBUTE.PURPOSE),
                row.get(ATTRIBUTE.RETENTION_DAYS),
                Sensitivity.of(row.get(ATTRIBUTE.SENSITIVITY)),
                AttributeBasis.of(row.get(ATTRIBUTE.BASIS)));
    }

    /**
     * Keeps the last of each slot, where it differs from what is known.
     *
     * @param again also where it does not: said anew, it is later than what other subjects of the person say
     */
    void write(int source, List<Value> values, Instant now, boolean again) {
        if (values.isEmpty()) return;
        var last = new TreeMap<Slot, Value>();
        for (Value value : values) last.put(value.slot, value);
        var known =
                withValues(last.keySet().stream().map(Slot::subject).distinct().toArray(Long[]::new));
        var met =
                last.values().stream().collect(Collectors.partitioningBy(value -> known.contains(value.slot.subject)));
        input(Objects.requireNonNull(met.get(false)))
                .column(ATTRIBUTE_CURRENT.GIVEN_AT, value -> now)
                .copyInto(dsl, ATTRIBUTE_CURRENT);
        var changed = project(Objects.requireNonNull(met.get(true)), now, again);
        append(
                source,
                last.values().stream()
                        .filter(value -> !known.contains(value.slot.subject) || changed.contains(value.slot))
                        .toList(),
                now);
    }

    private Set<Long> withValues(Long[] subjects) {
        return dsl.selectDistinct(ATTRIBUTE_CURRENT.SUBJECT_NUMBER)
                .from(ATTRIBUTE_CURRENT)
                .where(ATTRIBUTE_CURRENT.SUBJECT_NUMBER.eq(DSL.any(subjects)))
                .fetchSet(ATTRIBUTE_CURRENT.SUBJECT_NUMBER);
    }

    /** Of subjects that may have values already; those that are another now. */
    private Set<Slot> project(List<Value> values, Instant now, boolean again) {
        if (values.isEmpty()) return Set.of();
        var current = ATTRIBUTE_CURRENT;
        var input = input(values);
        return dsl
                .insertInto(
                        current,
                        current.SUBJECT_NUMBER,
                        current.ATTRIBUTE_ID,
                        current.TEXT_VALUE,
                        current.NUMBER_VALUE,
                        current.BOOLEAN_VALUE,
                        current.DATE_VALUE,
                        current.INSTANT_VALUE,
                        current.GIVEN_AT)
                .select(select(
                                input.field(current.SUBJECT_NUMBER),
                                input.field(current.ATTRIBUTE_ID),
                                input.field(current.TEXT_VALUE),
                                input.field(current.NUMBER_VALUE),
                                input.field(current.BOOLEAN_VALUE),
                                input.field(current.DATE_VALUE),
                                input.field(current.INSTANT_VALUE),
                                DSL.val(now))
                        .from(input.table()))
                .onConflict(current.SUBJECT_NUMBER, current.ATTRIBUTE_ID)
                .doUpdate()
                .set(current.TEXT_VALUE, DSL.excluded(current.TEXT_VALUE))
                .set(current.NUMBER_VALUE, DSL.excluded(current.NUMBER_VALUE))
                .set(current.BOOLEAN_VALUE, DSL.excluded(current.BOOLEAN_VALUE))
                .set(current.DATE_VALUE, DSL.excluded(current.DATE_VALUE))
                .set(current.INSTANT_VALUE, DSL.excluded(current.INSTANT_VALUE))
                .set(current.GIVEN_AT, DSL.excluded(current.GIVEN_AT))
                .where(row(
                                current.TEXT_VALUE,
                                current.NUMBER_VALUE,
                                current.BOOLEAN_VALUE,
                                current.DATE_VALUE,
                                current.INSTANT_VALUE)
                        .isDistinctFrom(row(
                                DSL.excluded(current.TEXT_VALUE),
                                DSL.excluded(current.NUMBER_VALUE),
                                DSL.excluded(current.BOOLEAN_VALUE),
                                DSL.excluded(current.DATE_VALUE),
                                DSL.excluded(current.INSTANT_VALUE)))
                        .or(DSL.condition(again)))
                .returningResult(current.SUBJECT_NUMBER, current.ATTRIBUTE_ID)
                .fetch(row -> new Slot(row.value1(), row.value2()))
                .stream()
                .collect(Collectors.toSet());
    }

    private void append(int source, List<Value> values, Instant now) {
        input(values)
                .column(ATTRIBUTE_VALUE.SOURCE_RECORD_ID, Value::recordId)
                .column(ATTRIBUTE_VALUE.SOURCE_ID, value -> source)
                .column(ATTRIBUTE_VALUE.GIVEN_AT, value -> now)
                .copyInto(dsl, ATTRIBUTE_VALUE);
    }

    /** The columns that both tables of values have. */
    private static Batch<Value> input(List<Value> values) {
        return Batch.of("input", values)
                .column(ATTRIBUTE_CURRENT.SUBJECT_NUMBER, value -> value.slot.subject)
                .column(ATTRIBUTE_CURRENT.ATTRIBUTE_ID, value -> value.slot.attribute)
                .column(ATTRIBUTE_CURRENT.TEXT_VALUE, value -> value.as(String.class))
                .column(ATTRIBUTE_CURRENT.NUMBER_VALUE, value -> value.as(BigDecimal.class))
                .column(ATTRIBUTE_CURRENT.BOOLEAN_VALUE, value -> value.as(Boolean.class))
                .column(ATTRIBUTE_CURRENT.DATE_VALUE, value -> value.as(LocalDate.class))
                .column(ATTRIBUTE_CURRENT.INSTANT_VALUE, value -> value.as(Instant.class));
    }
}
