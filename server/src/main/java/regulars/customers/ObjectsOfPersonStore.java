package regulars.customers;

import static org.jooq.impl.DSL.all;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static schema.customers.Tables.ATTRIBUTE;
import static schema.customers.Tables.CUSTOM_OBJECT;
import static schema.customers.Tables.OBJECT_CHANGE;
import static schema.customers.Tables.OBJECT_LINK;
import static schema.customers.Tables.OBJECT_TYPE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Result;
import org.jooq.Select;
import org.springframework.stereotype.Repository;

/** The objects of one person: handed over with their history, and gone with the person unless somebody shares them. */
@Repository
class ObjectsOfPersonStore implements PersonalData {
    private final DSLContext dsl;
    private final ObjectRemovalStore removal;

    ObjectsOfPersonStore(DSLContext dsl, ObjectRemovalStore removal) {
        this.dsl = dsl;
        this.removal = removal;
    }

    @Override
    public List<PersonalTable> held(KnownPerson person) {
        return List.of(
                PersonalTable.of(
                        "objects",
                        dsl.select(OBJECT_TYPE.KEY.as("type"), CUSTOM_OBJECT.ID, CUSTOM_OBJECT.KEY)
                                .select(CUSTOM_OBJECT.TITLE, CUSTOM_OBJECT.CREATED_AT, CUSTOM_OBJECT.DELETED_AT)
                                .from(CUSTOM_OBJECT)
                                .join(OBJECT_TYPE)
                                .on(OBJECT_TYPE.ID.eq(CUSTOM_OBJECT.TYPE_ID))
                                .where(CUSTOM_OBJECT.NUMBER.in(objects(person)))
                                .orderBy(CUSTOM_OBJECT.NUMBER)
                                .fetch()),
                PersonalTable.of("object_fields", fields(person)));
    }

    private Result<?> fields(KnownPerson person) {
        return dsl.select(CUSTOM_OBJECT.ID, ATTRIBUTE.KEY, OBJECT_CHANGE.WHAT)
                .select(OBJECT_CHANGE.TEXT_VALUE, OBJECT_CHANGE.NUMBER_VALUE, OBJECT_CHANGE.BOOLEAN_VALUE)
                .select(OBJECT_CHANGE.DATE_VALUE, OBJECT_CHANGE.INSTANT_VALUE, OBJECT_CHANGE.AT)
                .from(OBJECT_CHANGE)
                .join(CUSTOM_OBJECT)
                .on(CUSTOM_OBJECT.NUMBER.eq(OBJECT_CHANGE.OBJECT_NUMBER))
                .leftJoin(ATTRIBUTE)
                .on(ATTRIBUTE.ID.eq(OBJECT_CHANGE.ATTRIBUTE_ID))
                .where(CUSTOM_OBJECT.NUMBER.in(objects(person)))
                .orderBy(OBJECT_CHANGE.ID)
                .fetch();
    }

    private static Select<Record1<Long>> objects(KnownPerson person) {
        return select(OBJECT_LINK.OBJECT_NUMBER)
                .from(OBJECT_LINK)
                .where(OBJECT_LINK.SUBJECT_NUMBER.eq(any(person.subjectArray())));
    }

    @Override
    public Map<String, Integer> forget(KnownPerson person) {
        var other = OBJECT_LINK.as("other");
        var own = dsl.selectDistinct(OBJECT_LINK.OBJECT_NUMBER)
                .from(OBJECT_LINK)
                .where(OBJECT_LINK.SUBJECT_NUMBER.eq(any(person.subjectArray())))
                .and(notExists(selectOne()
                        .from(other)
                        .where(other.OBJECT_NUMBER.eq(OBJECT_LINK.OBJECT_NUMBER))
                        .and(other.COMPANY_NUMBER.isNotNull().or(other.SUBJECT_NUMBER.ne(all(person.subjectArray()))))))
                .fetch(OBJECT_LINK.OBJECT_NUMBER);
        var counts = new LinkedHashMap<>(removal.remove(own));
        int shared = dsl.deleteFrom(OBJECT_LINK)
                .where(OBJECT_LINK.SUBJECT_NUMBER.eq(any(person.subjectArray())))
                .execute();
        counts.merge("customers.object_link", shared, Integer::sum);
        return counts;
    }
}
