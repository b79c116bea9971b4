package regulars.customers;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static schema.customers.Tables.CUSTOM_OBJECT;
import static schema.customers.Tables.OBJECT_TYPE;
import static schema.customers.Tables.OBJECT_VALUE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Types of objects. */
@Repository
class ObjectTypeStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long TYPES_LOCK = 0x4f626a65637473L;

    private final DSLContext dsl;

    ObjectTypeStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Until the transaction ends nobody else makes types. */
    void oneWriterAtATime() {
        dsl.query("select pg_advisory_xact_lock({0})", val(TYPES_LOCK)).execute();
    }

    /** The archived too, in the order that the company gave them. */
    List<ObjectType> all() {
        return dsl.selectFrom(OBJECT_TYPE)
                .orderBy(OBJECT_TYPE.POSITION, OBJECT_TYPE.KEY)
                .fetch(ObjectTypeStore::type);
    }

    private static ObjectType type(Record row) {
        return new ObjectType(
                row.get(OBJECT_TYPE.ID),
                row.get(OBJECT_TYPE.KEY),
                names(row.get(OBJECT_TYPE.ONE)),
                names(row.get(OBJECT_TYPE.MANY)),
                row.get(OBJECT_TYPE.ICON),
                ObjectOwnerKind.of(row.get(OBJECT_TYPE.OWNER_KIND)),
                row.get(OBJECT_TYPE.TITLE_ATTRIBUTE_ID),
                row.get(OBJECT_TYPE.ARCHIVED_AT) != null);
    }

    /** Where there is none of that key yet. */
    int add(String key, ObjectOwnerKind ownerKind, ObjectTypes.Checked wish, Instant now) {
        return dsl.insertInto(OBJECT_TYPE)
                .set(OBJECT_TYPE.KEY, key)
                .set(OBJECT_TYPE.ONE, json(wish.one()))
                .set(OBJECT_TYPE.MANY, json(wish.many()))
                .set(OBJECT_TYPE.ICON, wish.icon())
                .set(OBJECT_TYPE.OWNER_KIND, ownerKind.code())
                .set(
                        OBJECT_TYPE.POSITION,
                        field(select(coalesce(max(OBJECT_TYPE.POSITION), 0).plus(1))
                                .from(OBJECT_TYPE)))
                .set(OBJECT_TYPE.CREATED_AT, now)
                .returningResult(OBJECT_TYPE.ID)
                .fetchSingle()
                .value1();
    }

    void change(int id, ObjectTypes.Checked wish) {
        dsl.update(OBJECT_TYPE)
                .set(OBJECT_TYPE.ONE, json(wish.one()))
                .set(OBJECT_TYPE.MANY, json(wish.many()))
                .set(OBJECT_TYPE.ICON, wish.icon())
                .where(OBJECT_TYPE.ID.eq(id))
                .execute();
    }

    void titleUnlessAny(int id, int attribute) {
        dsl.update(OBJECT_TYPE)
                .set(OBJECT_TYPE.TITLE_ATTRIBUTE_ID, attribute)
                .where(OBJECT_TYPE.ID.eq(id), OBJECT_TYPE.TITLE_ATTRIBUTE_ID.isNull())
                .execute();
    }

    /** Calls all its objects by another field. */
    void title(int id, int attribute) {
        dsl.update(OBJECT_TYPE)
                .set(OBJECT_TYPE.TITLE_ATTRIBUTE_ID, attribute)
                .where(OBJECT_TYPE.ID.eq(id))
                .execute();
        var said = select(coalesce(OBJECT_VALUE.TEXT_VALUE, OBJECT_VALUE.NUMBER_VALUE.cast(SQLDataType.VARCHAR)))
                .from(OBJECT_VALUE)
                .where(OBJECT_VALUE.OBJECT_NUMBER.eq(CUSTOM_OBJECT.NUMBER), OBJECT_VALUE.ATTRIBUTE_ID.eq(attribute));
        dsl.update(CUSTOM_OBJECT)
                .set(CUSTOM_OBJECT.TITLE, coalesce(field(said), ""))
                .where(CUSTOM_OBJECT.TYPE_ID.eq(id))
                .execute();
    }

    void archive(int id, @Nullable Instant at) {
        dsl.update(OBJECT_TYPE)
                .set(OBJECT_TYPE.ARCHIVED_AT, at)
                .where(OBJECT_TYPE.ID.eq(id))
                .execute();
    }

    /** Those left out come after, as they stood. */
    void arrange(List<Integer> ids) {
        var order = new ArrayList<>(ids);
        for (ObjectType one : all()) if (!ids.contains(one.id())) order.add(one.id());
        for (int place = 0; place < order.size(); place++) {
            dsl.update(OBJECT_TYPE)
                    .set(OBJECT_TYPE.POSITION, place + 1)
                    .where(OBJECT_TYPE.ID.eq(order.get(place)))
                    .execute();
        }
    }

    void delete(int id) {
        dsl.deleteFrom(OBJECT_TYPE).where(OBJECT_TYPE.ID.eq(id)).execute();
    }

    /** How many objects each has, those deleted left out; a type without any is missing. */
    Map<Integer, Integer> counts() {
        return dsl.select(CUSTOM_OBJECT.TYPE_ID, count())
                .from(CUSTOM_OBJECT)
                .where(CUSTOM_OBJECT.DELETED_AT.isNull())
                .groupBy(CUSTOM_OBJECT.TYPE_ID)
                .fetchMap(CUSTOM_OBJECT.TYPE_ID, count());
    }

    private static Map<String, String> names(JSONB json) {
        return JSON.readValue(json.data(), new TypeReference<Map<String, String>>() {});
    }

    private static JSONB json(Map<String, String> names) {
        return JSONB.valueOf(JSON.writeValueAsString(names));
    }
}
