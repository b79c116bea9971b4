package regulars.segments;

import static org.jooq.impl.DSL.count;
import static schema.commerce.Tables.ORDER_STATUS;
import static schema.commerce.Tables.PRODUCT;
import static schema.consent.Tables.PURPOSE;
import static schema.customers.Tables.CUSTOMER;

import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import regulars.customers.Attributes;
import regulars.customers.FieldRights;
import regulars.customers.FieldSight;
import regulars.customers.ProfileField;
import regulars.segments.RuleVocabulary.NamedCode;
import regulars.segments.RuleVocabulary.OwnField;
import regulars.warehouse.Warehouse;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Collects the words that rules may use: definitions from PostgreSQL, values from the mirror. */
@Repository
class VocabularyStore {
    private static final int MOST_VALUES = 200;

    private final DSLContext dsl;
    private final Attributes attributes;
    private final FieldRights rights;
    private final RuleSight sight;
    private final Warehouse warehouse;
    private final JsonMapper json;

    VocabularyStore(
            DSLContext dsl,
            Attributes attributes,
            FieldRights rights,
            RuleSight sight,
            Warehouse warehouse,
            JsonMapper json) {
        this.rights = rights;
        this.sight = sight;
        this.dsl = dsl;
        this.attributes = attributes;
        this.warehouse = warehouse;
        this.json = json;
    }

    RuleVocabulary read() {
        return warehouse.read(mirror -> new RuleVocabulary(
                fields(),
                purposes(),
                statuses(),
                ofCustomers(mirror, CUSTOMER.LANGUAGE, ProfileField.LANGUAGE),
                ofCustomers(mirror, CUSTOMER.COUNTRY, ProfileField.COUNTRY),
                ofCustomers(mirror, CUSTOMER.REGION, ProfileField.REGION),
                ofCustomers(mirror, CUSTOMER.CITY, ProfileField.CITY),
                ofCustomers(mirror, CUSTOMER.ZONE, ProfileField.ZONE),
                frequent(mirror, PRODUCT.CATEGORY, DSL.noCondition()),
                frequent(mirror, PRODUCT.BRAND, DSL.noCondition()),
                sight.hiddenConditions()));
    }

    private List<OwnField> fields() {
        var seen = rights.sight();
        return attributes.definitions().stream()
                .filter(one -> seen.sees(FieldSight.own(one.attribute().key())))
                .map(one -> new OwnField(
                        one.attribute().key(),
                        ValueType.valueOf(one.attribute().type().name()),
                        one.label(),
                        one.attribute().options().stream()
                                .map(option -> new NamedCode(option.code(), option.label()))
                                .toList()))
                .toList();
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
        if (!rights.sight().sees(field)) return List.of();
        return frequent(mirror, column, CUSTOMER.STATE.eq("active"));
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

    private Map<String, String> names(JSONB names) {
        return json.readValue(names.data(), new TypeReference<Map<String, String>>() {});
    }
}
