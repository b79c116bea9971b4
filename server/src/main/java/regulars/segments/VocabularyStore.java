package regulars.segments;

import static org.jooq.impl.DSL.count;
import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_STATUS;
import static schema.commerce.Tables.PRODUCT;
import static schema.consent.Tables.PURPOSE;
import static schema.customers.Tables.COMPANY;
import static schema.customers.Tables.CUSTOMER;
import static schema.customers.Tables.SOURCE;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import regulars.customers.AttributeDefinition;
import regulars.customers.Attributes;
import regulars.customers.FieldSight;
import regulars.customers.ObjectTypes;
import regulars.customers.ProfileField;
import regulars.segments.RuleVocabulary.KnownSegment;
import regulars.segments.RuleVocabulary.NamedCode;
import regulars.segments.RuleVocabulary.OwnField;
import regulars.segments.RuleVocabulary.OwnObjects;
import regulars.warehouse.Warehouse;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Collects the words that rules may use: definitions from PostgreSQL, values from the mirror. */
@Repository
class VocabularyStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_VALUES = 200;
    private static final int MOST_SEGMENTS = 500;

    private final DSLContext dsl;
    private final Attributes attributes;
    private final ObjectTypes objectTypes;
    private final RuleSight sight;
    private final SegmentStore segments;
    private final KnownEvents events;
    private final RoomKinds kinds;
    private final Warehouse warehouse;

    VocabularyStore(
            DSLContext dsl,
            Attributes attributes,
            ObjectTypes objectTypes,
            RuleSight sight,
            SegmentStore segments,
            RoomKinds kinds,
            Warehouse warehouse) {
        this.sight = sight;
        this.segments = segments;
        this.events = new KnownEvents(kinds);
        this.kinds = kinds;
        this.dsl = dsl;
        this.attributes = attributes;
        this.objectTypes = objectTypes;
        this.warehouse = warehouse;
    }

    RuleVocabulary read() {
        return warehouse.read(mirror -> new RuleVocabulary(
                fields(),
                objects(),
                purposes(),
                statuses(),
                ofCustomers(mirror, CUSTOMER.LANGUAGE, ProfileField.LANGUAGE),
                ofCustomers(mirror, CUSTOMER.COUNTRY, ProfileField.COUNTRY),
                ofCustomers(mirror, CUSTOMER.REGION, ProfileField.REGION),
                ofCustomers(mirror, CUSTOMER.CITY, ProfileField.CITY),
                ofCustomers(mirror, CUSTOMER.DISTRICT, ProfileField.DISTRICT),
                ofCustomers(mirror, CUSTOMER.ZONE, ProfileField.ZONE),
                sight.owners(),
                companies(mirror),
                frequent(mirror, PRODUCT.CATEGORY, DSL.noCondition()),
                frequent(mirror, PRODUCT.BRAND, DSL.noCondition()),
                frequent(mirror, ORDERS.PAYMENT_METHOD, DSL.noCondition()),
                sources(),
                segments(),
                events.of(mirror),
                sight.ownGrids(),
                sight.hiddenConditions()));
    }

    private List<OwnField> fields() {
        var seen = sight.fields();
        var own = attributes.definitions().stream()
                .filter(one -> seen.sees(FieldSight.own(one.attribute().key())))
                .map(VocabularyStore::field);
        return Stream.concat(own, kinds.values().values().stream().map(VocabularyStore::field))
                .toList();
    }

    private static OwnField field(ValueKind kind) {
        return new OwnField(
                kind.key(),
                kind.type(),
                kind.label(),
                kind.options().get().stream()
                        .map(one -> new NamedCode(one.code(), Map.of("en", one.name())))
                        .toList());
    }

    private static OwnField field(AttributeDefinition one) {
        return new OwnField(
                one.attribute().key(),
                ValueType.valueOf(one.attribute().type().name()),
                one.label(),
                one.attribute().options().stream()
                        .map(option -> new NamedCode(option.code(), option.label()))
                        .toList());
    }

    private List<OwnObjects> objects() {
        return objectTypes.seen().stream()
                .map(one -> new OwnObjects(
                        one.type().key(),
                        one.type().ownerKind(),
                        one.type().many(),
                        one.fields().stream().map(VocabularyStore::field).toList()))
                .toList();
    }

    private List<KnownSegment> segments() {
        return segments.page(null, null, MOST_SEGMENTS).stream()
                .filter(one -> sight.admits(one.rule()))
                .map(one -> new KnownSegment(one.id(), one.name()))
                .toList();
    }

    private List<NamedCode> sources() {
        return dsl.select(SOURCE.CODE, SOURCE.NAME)
                .from(SOURCE)
                .orderBy(SOURCE.ID)
                .fetch(row -> new NamedCode(row.value1(), Map.of("en", row.value2())));
    }

    private List<NamedCode> purposes() {
        return dsl.select(PURPOSE.CODE, PURPOSE.NAME)
                .from(PURPOSE)
                .orderBy(PURPOSE.ID)
                .fetch(row -> new NamedCode(row.value1(), names(row.value2())));
    }

    private List<NamedCode> statuses() {
        return dsl.select(ORDER_STATUS.CODE, ORDER_STATUS.LABEL)
                .from(ORDER_STATUS)
                .orderBy(ORDER_STATUS.COUNTS.desc(), ORDER_STATUS.CODE)
                .fetch(row -> new NamedCode(row.value1(), names(row.value2())));
    }

    private List<String> ofCustomers(DSLContext mirror, TableField<?, String> column, ProfileField field) {
        if (!sight.fields().sees(field)) return List.of();
        return frequent(mirror, column, CUSTOMER.STATE.eq("active"));
    }

    private static RuleVocabulary.CompanyWords companies(DSLContext mirror) {
        var present = COMPANY.DELETED_AT.isNull();
        return new RuleVocabulary.CompanyWords(
                frequent(mirror, COMPANY.COUNTRY, present), frequent(mirror, COMPANY.INDUSTRY, present));
    }

    private static List<String> frequent(DSLContext mirror, TableField<?, String> column, Condition among) {
        return mirror.select(column)
                .from(column.getTable())
                .where(column.ne(""), among)
                .groupBy(column)
                .orderBy(count().desc(), column)
                .limit(MOST_VALUES)
                .fetch(column);
    }

    private static Map<String, String> names(JSONB names) {
        return JSON.readValue(names.data(), new TypeReference<Map<String, String>>() {});
    }
}
