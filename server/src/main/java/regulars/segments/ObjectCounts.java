package regulars.segments;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static schema.customers.Tables.CUSTOM_OBJECT;
import static schema.customers.Tables.OBJECT_LINK;
import static schema.customers.Tables.OBJECT_VALUE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import regulars.warehouse.Warehouse;
import schema.customers.tables.ObjectValue;

/** How many objects of a type that pass every test each customer has; whoever has none is missing. */
final class ObjectCounts implements Source {
    private static final String COUNT = "objects";

    private final String alias;
    private final RuleContext context;
    private final ValueConditions values;
    private final Catalogue.OwnObjects type;
    private final List<Rule.ObjectTest> tests;

    ObjectCounts(String alias, RuleContext context, ValueConditions values, Rule.ObjectsRule rule) {
        this.alias = alias;
        this.context = context;
        this.values = values;
        this.type = Objects.requireNonNull(context.catalogue().objects().get(rule.type()), rule.type());
        this.tests = rule.where();
    }

    Field<Long> count() {
        return field(name(alias, COUNT), SQLDataType.BIGINT);
    }

    @Override
    public Table<?> table(Scope scope) {
        var customer = Warehouse.customer(OBJECT_LINK);
        Table<?> objects = OBJECT_LINK.join(CUSTOM_OBJECT).on(CUSTOM_OBJECT.NUMBER.eq(OBJECT_LINK.OBJECT_NUMBER));
        List<Condition> passed = new ArrayList<>();
        for (var test : tests) {
            var own = Objects.requireNonNull(type.fields().get(test.field()), test.field());
            var value = OBJECT_VALUE.as("tested" + passed.size());
            objects = objects.leftJoin(value)
                    .on(value.OBJECT_NUMBER.eq(CUSTOM_OBJECT.NUMBER), value.ATTRIBUTE_ID.eq(own.id()));
            passed.add(passes(value, own.type(), test.check()));
        }
        return select(
                        customer.as(CUSTOMER),
                        countDistinct(CUSTOM_OBJECT.NUMBER)
                                .cast(SQLDataType.BIGINT)
                                .as(COUNT))
                .from(objects)
                .where(CUSTOM_OBJECT.TYPE_ID.eq(type.id()), CUSTOM_OBJECT.DELETED_AT.isNull())
                .and(customer.isNotNull())
                .and(scope.admits(customer))
                .and(and(passed))
                .groupBy(customer)
                .asTable(alias);
    }

    private Condition passes(ObjectValue value, ValueType tested, ValueCheck check) {
        return switch (tested) {
            case TEXT, CHOICE -> ValueConditions.text(value.TEXT_VALUE, check);
            case LIST -> ValueConditions.list(value.TEXT_VALUE, check);
            case NUMBER, WHOLE, COUNT, MONEY ->
                ValueConditions.number(value.NUMBER_VALUE.coerce(SQLDataType.DOUBLE), check);
            case BOOLEAN -> ValueConditions.flag(value.BOOLEAN_VALUE, check);
            case DATE -> date(value.DATE_VALUE, check);
            case INSTANT -> values.instant(value.INSTANT_VALUE, check);
        };
    }

    /** A day of a thing is no customer's: "today" is the organisation's. */
    private Condition date(Field<LocalDate> date, ValueCheck check) {
        if (!check.operator().relative()) return values.date(date, check);
        return check.operator() == CheckOperator.ANNIVERSARY
                ? ValueConditions.anniversary(date, check, context.today())
                : ValueConditions.within(date, DayRange.of(check, context.today()));
    }
}
