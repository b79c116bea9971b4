package regulars.segments;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static schema.customers.Tables.ATTRIBUTE_CURRENT;

import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import regulars.warehouse.Warehouse;

/** A value of each customer: of one of the company's own fields the newest, or what another room keeps. */
final class AttributeValues implements Source {
    private final String alias;
    private final ValueKind kind;

    AttributeValues(String alias, ValueKind kind) {
        this.alias = alias;
        this.kind = kind;
    }

    /** The newest value known, whichever of a customer's ids it was given under. */
    static ValueKind own(String key, Catalogue.OwnAttribute attribute) {
        return new ValueKind(
                key,
                attribute.type(),
                ATTRIBUTE_CURRENT,
                Warehouse.customer(ATTRIBUTE_CURRENT),
                ATTRIBUTE_CURRENT.ATTRIBUTE_ID.eq(attribute.id()),
                newest(attribute.type()),
                Map.of(),
                List::of);
    }

    ValueType type() {
        return kind.type();
    }

    <T> Field<T> value(Field<T> column) {
        return field(name(alias, "value"), column.getDataType());
    }

    /** The values of everybody, with the people whose they are. */
    Crossing.Facts facts() {
        var values = table(Scope.WHOLE_BASE);
        var people = schema.customers.Tables.CUSTOMER;
        return new Crossing.Facts(values.join(people).on(joins(values)), people.NUMBER, people.STATE.eq("active"));
    }

    @Override
    public Table<?> table(Scope scope) {
        var customer = kind.customer();
        return select(customer.as(CUSTOMER), kind.value().as("value"))
                .from(kind.from())
                .where(kind.admitted(), customer.isNotNull(), scope.admits(customer))
                .groupBy(customer)
                .asTable(alias);
    }

    /** Equal instants are settled by the row's id; a value that was cleared does not count. */
    private static Field<?> newest(ValueType type) {
        Field<?> column = column(type);
        return field(
                "arg_max({0}, ({1}, {2}))",
                column.getDataType(), column, ATTRIBUTE_CURRENT.GIVEN_AT, ATTRIBUTE_CURRENT.ID);
    }

    private static Field<?> column(ValueType type) {
        return switch (type) {
            case TEXT, CHOICE, LIST -> ATTRIBUTE_CURRENT.TEXT_VALUE;
            case NUMBER, WHOLE, COUNT, MONEY -> ATTRIBUTE_CURRENT.NUMBER_VALUE.coerce(SQLDataType.DOUBLE);
            case BOOLEAN -> ATTRIBUTE_CURRENT.BOOLEAN_VALUE;
            case DATE -> ATTRIBUTE_CURRENT.DATE_VALUE;
            case INSTANT -> ATTRIBUTE_CURRENT.INSTANT_VALUE;
        };
    }
}
