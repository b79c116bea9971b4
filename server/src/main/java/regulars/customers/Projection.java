package regulars.customers;

import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.INSTANT;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.LOCALDATE;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static regulars.customers.ProfileField.CREATED_AT;
import static regulars.customers.ProfileField.FAMILY_NAME;
import static regulars.customers.ProfileField.FULL_NAME;
import static regulars.customers.ProfileField.GIVEN_NAME;
import static regulars.customers.ProfileField.MIDDLE_NAME;
import static schema.customers.Tables.CONTACT_POINT;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.SOURCE;
import static schema.customers.Tables.SOURCE_RECORD;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import schema.customers.tables.records.CustomerRecord;

/**
 * How records become a person: of each field the last value that any of their records gives, or the last of the source
 * whose word counts first by the {@link FieldRules}, of each kind of address
 * the last confirmed that is not known to be bad. The name in full is the last one given, or made of the parts when
 * these are newer. The first source is that of the first record; the last one that of the newest, where what we wrote
 * by hand counts only while nobody else spoke.
 */
final class Projection {
    static final Map<ProfileField, TableField<CustomerRecord, String>> TEXTS = texts();
    private static final String FIRST_SOURCE = "first_source";
    private static final String LAST_SOURCE = "last_source";
    private static final Field<Integer> PERSON = field(name("belonging", "person"), INTEGER);
    private static final Field<Long> SUBJECT = field(name("belonging", "subject_number"), BIGINT);

    /** Records have smaller numbers, and the place of their source outweighs them all. */
    private static final long WEIGHT = 1L << 45;

    private final Table<?> table;
    private final FieldRules rules;

    /** @param belonging subjects and the number that stands for their person, columns {@code subject_number} and {@code person} */
    Projection(Table<?> belonging, FieldRules rules) {
        this.rules = rules;
        table = select(DSL.asterisk())
                .from(saidBy(belonging))
                .leftJoin(addressesOf(belonging))
                .using(field(name("person")))
                .asTable("projected");
    }

    private static Map<ProfileField, TableField<CustomerRecord, String>> texts() {
        var columns = new LinkedHashMap<ProfileField, TableField<CustomerRecord, String>>();
        columns.put(GIVEN_NAME, CUSTOMER.GIVEN_NAME);
        columns.put(MIDDLE_NAME, CUSTOMER.MIDDLE_NAME);
        columns.put(FAMILY_NAME, CUSTOMER.FAMILY_NAME);
        columns.put(ProfileField.LANGUAGE, CUSTOMER.LANGUAGE);
        columns.put(ProfileField.ZONE, CUSTOMER.ZONE);
        columns.put(ProfileField.COUNTRY, CUSTOMER.COUNTRY);
        columns.put(ProfileField.REGION, CUSTOMER.REGION);
        columns.put(ProfileField.CITY, CUSTOMER.CITY);
        columns.put(ProfileField.DISTRICT, CUSTOMER.DISTRICT);
        columns.put(ProfileField.SEX, CUSTOMER.SEX);
        return columns;
    }

    private Table<?> saidBy(Table<?> belonging) {
        List<SelectField<?>> columns = new ArrayList<>();
        columns.add(PERSON);
        for (ProfileField text : TEXTS.keySet()) columns.add(last(text).as(text.key()));
        columns.add(last(FULL_NAME).as(FULL_NAME.key()));
        columns.add(last(ProfileField.BIRTH_DATE).as(ProfileField.BIRTH_DATE.key()));
        columns.add(min(value(CREATED_AT).cast(INSTANT)).as(CREATED_AT.key()));
        columns.add(min(SOURCE_RECORD.RECEIVED_AT).as("received"));
        columns.add(max(weight(FULL_NAME)).filterWhere(has(FULL_NAME)).as("whole"));
        columns.add(max(weight(GIVEN_NAME))
                .filterWhere(has(GIVEN_NAME).or(has(MIDDLE_NAME)).or(has(FAMILY_NAME)))
                .as("parts"));
        columns.add(sourceBy(SOURCE_RECORD.ID.asc()).as(FIRST_SOURCE));
        columns.add(sourceBy(SOURCE.KIND.eq(inline("manual")).asc(), SOURCE_RECORD.ID.desc())
                .as(LAST_SOURCE));
        return select(columns)
                .from(belonging)
                .leftJoin(SOURCE_RECORD.join(SOURCE).on(SOURCE.ID.eq(SOURCE_RECORD.SOURCE_ID)))
                .on(SOURCE_RECORD.SUBJECT_NUMBER.eq(SUBJECT))
                .and(SOURCE_RECORD.UNDONE_AT.isNull())
                .groupBy(PERSON)
                .asTable("said");
    }

    private static Field<Integer> sourceBy(OrderField<?>... order) {
        return field("({0})[1]", INTEGER, arrayAgg(SOURCE_RECORD.SOURCE_ID).orderBy(order));
    }

    /** The greater counts: later records do, and those of a source that comes before others. */
    private Field<Long> weight(ProfileField field) {
        var sources = rules.of(field);
        if (sources.isEmpty()) return SOURCE_RECORD.ID;
        var place = field(
                "case when {0} = 'manual' then 0 else coalesce(array_position({1}, {2}), {3}) end",
                BIGINT,
                SOURCE.KIND,
                val(sources.toArray(Integer[]::new)),
                SOURCE_RECORD.SOURCE_ID,
                val(sources.size() + 1));
        return SOURCE_RECORD.ID.minus(place.times(WEIGHT));
    }

    private Field<String> last(ProfileField key) {
        return field(
                "(array_agg({0} order by {1} desc) filter (where {2}))[1]", VARCHAR, value(key), weight(key), has(key));
    }

    private static Field<String> value(ProfileField key) {
        return jsonbGetAttributeAsText(SOURCE_RECORD.DATA, inline(key.key())).cast(VARCHAR);
    }

    private static Condition has(ProfileField key) {
        return condition("jsonb_exists({0}, {1})", SOURCE_RECORD.DATA, inline(key.key()));
    }

    private static Table<?> addressesOf(Table<?> belonging) {
        return select(PERSON, best(ProfileField.EMAIL), best(ProfileField.PHONE))
                .from(belonging)
                .join(CONTACT_POINT)
                .on(CONTACT_POINT.SUBJECT_NUMBER.eq(SUBJECT))
                .groupBy(PERSON)
                .asTable("addresses");
    }

    private static Field<String> best(ProfileField kind) {
        var usable = CONTACT_POINT.KIND.eq(inline(kind.key())).and(CONTACT_POINT.VALIDITY.ne(inline("invalid")));
        return field(
                        "(array_agg({0} order by {1} desc, {2} desc) filter (where {3}))[1]",
                        VARCHAR,
                        CONTACT_POINT.NORMALISED,
                        CONTACT_POINT.CONFIRMED_AT,
                        CONTACT_POINT.SOURCE_RECORD_ID,
                        usable)
                .as(kind.key());
    }

    Table<?> table() {
        return table;
    }

    Field<Integer> person() {
        return field(name("projected", "person"), INTEGER);
    }

    /** The earliest that any record says; null when none does. */
    Field<Instant> createdAt() {
        return field(name("projected", CREATED_AT.key()), INSTANT);
    }

    /** When the first record that is still read came in; null when there is none. */
    Field<Instant> firstReceivedAt() {
        return field(name("projected", "received"), INSTANT);
    }

    /** Each column of a person with its value. */
    Map<Field<?>, Field<?>> columns() {
        var columns = new LinkedHashMap<Field<?>, Field<?>>();
        TEXTS.forEach((key, column) -> columns.put(column, text(key)));
        columns.put(CUSTOMER.FULL_NAME, fullName());
        columns.put(CUSTOMER.BIRTH_DATE, text(ProfileField.BIRTH_DATE).cast(LOCALDATE));
        columns.put(CUSTOMER.EMAIL, text(ProfileField.EMAIL));
        columns.put(CUSTOMER.PHONE, text(ProfileField.PHONE));
        columns.put(CUSTOMER.FIRST_SOURCE_ID, source(FIRST_SOURCE));
        columns.put(CUSTOMER.LAST_SOURCE_ID, source(LAST_SOURCE));
        return columns;
    }

    private static Field<Integer> source(String which) {
        return field(name("projected", which), INTEGER);
    }

    private static Field<String> text(ProfileField key) {
        return field(name("projected", key.key()), VARCHAR);
    }

    private static Field<String> fullName() {
        var whole = coalesce(field(name("projected", "whole"), BIGINT), Long.MIN_VALUE);
        var parts = coalesce(field(name("projected", "parts"), BIGINT), Long.MIN_VALUE);
        return coalesce(case_().when(whole.ge(parts), text(FULL_NAME)).else_(composed()), val(""));
    }

    /** Given name first; Chinese names family first and without spaces. */
    private static Field<String> composed() {
        var western =
                field("concat_ws(' ', {0}, {1}, {2})", VARCHAR, text(GIVEN_NAME), text(MIDDLE_NAME), text(FAMILY_NAME));
        var chinese = field("concat({0}, {1})", VARCHAR, text(FAMILY_NAME), text(GIVEN_NAME));
        return case_().when(chinese.likeRegex("^[\\u4e00-\\u9fff]+$"), chinese).else_(western);
    }
}
