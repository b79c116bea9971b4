package regulars.segments;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static schema.customers.Tables.COMPANY;
import static schema.customers.Tables.COMPANY_PERSON;
import static schema.customers.Tables.CUSTOM_OBJECT;
import static schema.customers.Tables.OBJECT_LINK;
import static schema.customers.Tables.OBJECT_VALUE;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import regulars.warehouse.Warehouse;
import schema.customers.tables.ObjectValue;

/**
 * How many objects of a type that pass every test each customer has, or their companies have; whoever has none is
 * missing.
 */
final class ObjectCounts implements Source {
    private static final String COUNT = "objects";

    private final String alias;
    private final RuleContext context;
    private final Catalogue.OwnObjects type;
    private final List<Rule.ObjectTest> tests;

    ObjectCounts(String alias, RuleContext context, Rule.ObjectsRule rule) {
        this.alias = alias;
        this.context = context;
        this.type = Objects.requireNonNull(context.catalogue().objects().get(rule.type()), rule.type());
        this.tests = rule.where();
    }

    Field<Long> count() {
        return field(name(alias, COUNT), SQLDataType.BIGINT);
    }

    /** A thing passes or not by the day that it is for the organisation, for it is on no customer's calendar. */
    Edges edges() {
        if (tests.stream().noneMatch(test -> test.check().operator().relative())) return Edges.NONE;
        var facts = new Crossing.Facts(joined(), customer(), ofType());
        return then -> Edges.any(facts, noCondition(), Edges.turned(then, context, this::passed));
    }

    @Override
    public Table<?> table(Scope scope) {
        return select(
                        customer().as(CUSTOMER),
                        countDistinct(CUSTOM_OBJECT.NUMBER)
                                .cast(SQLDataType.BIGINT)
                                .as(COUNT))
                .from(joined())
                .where(counted(), scope.admits(customer()))
                .groupBy(customer())
                .asTable(alias);
    }

    /** Whom an object counts for, on rows of {@link #joined()}. */
    Field<Integer> customer() {
        return Warehouse.customer(
                switch (type.owner()) {
                    case CUSTOMER -> OBJECT_LINK;
                    case COMPANY -> COMPANY_PERSON;
                });
    }

    /** The name of the company whose an object is, on groups of rows of {@link #joined()} of one object. */
    Field<String> company() {
        return switch (type.owner()) {
            case CUSTOMER -> castNull(SQLDataType.CLOB);
            case COMPANY -> min(COMPANY.NAME);
        };
    }

    /** The objects that count, on rows of {@link #joined()}. */
    Condition counted() {
        return ofType().and(passed(context));
    }

    private Condition ofType() {
        return CUSTOM_OBJECT
                .TYPE_ID
                .eq(type.id())
                .and(CUSTOM_OBJECT.DELETED_AT.isNull())
                .and(customer().isNotNull());
    }

    /** Each test has the value of its field beside the object; a company's object is there for each of its people. */
    Table<?> joined() {
        Table<?> objects = linked().join(CUSTOM_OBJECT).on(CUSTOM_OBJECT.NUMBER.eq(OBJECT_LINK.OBJECT_NUMBER));
        for (int i = 0; i < tests.size(); i++) {
            objects = objects.leftJoin(value(i))
                    .on(
                            value(i).OBJECT_NUMBER.eq(CUSTOM_OBJECT.NUMBER),
                            value(i).ATTRIBUTE_ID.eq(tested(i).id()));
        }
        return objects;
    }

    private Table<?> linked() {
        return switch (type.owner()) {
            case CUSTOMER -> OBJECT_LINK;
            case COMPANY ->
                OBJECT_LINK
                        .join(COMPANY)
                        .on(COMPANY.NUMBER.eq(OBJECT_LINK.COMPANY_NUMBER), COMPANY.DELETED_AT.isNull())
                        .join(COMPANY_PERSON)
                        .on(COMPANY_PERSON.COMPANY_NUMBER.eq(COMPANY.NUMBER));
        };
    }

    private Condition passed(RuleContext day) {
        return and(IntStream.range(0, tests.size())
                .mapToObj(i -> passes(value(i), tested(i).type(), tests.get(i).check(), ValueConditions.ofEvents(day)))
                .toList());
    }

    private static ObjectValue value(int test) {
        return OBJECT_VALUE.as("tested" + test);
    }

    private Catalogue.OwnAttribute tested(int test) {
        var field = tests.get(test).field();
        return Objects.requireNonNull(type.fields().get(field), field);
    }

    private static Condition passes(ObjectValue value, ValueType tested, ValueCheck check, ValueConditions values) {
        return switch (tested) {
            case TEXT, CHOICE -> ValueConditions.text(value.TEXT_VALUE, check);
            case LIST -> ValueConditions.list(value.TEXT_VALUE, check);
            case NUMBER, WHOLE, COUNT, MONEY ->
                ValueConditions.number(value.NUMBER_VALUE.coerce(SQLDataType.DOUBLE), check);
            case BOOLEAN -> ValueConditions.flag(value.BOOLEAN_VALUE, check);
            case DATE -> values.date(value.DATE_VALUE, check);
            case INSTANT -> values.instant(value.INSTANT_VALUE, check);
        };
    }
}
