package regulars.segments;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static schema.customers.Tables.ATTRIBUTE_CURRENT;

import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import regulars.warehouse.Warehouse;

/** The newest known value of one of the company's own fields, whichever of a customer's ids it was given under. */
final class AttributeValues implements Source {
    private final String alias;
    private final Catalogue.OwnAttribute attribute;

    AttributeValues(String alias, Catalogue.OwnAttribute attribute) {
        this.alias = alias;
        this.attribute = attribute;
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
        var customer = Warehouse.customer(ATTRIBUTE_CURRENT);
        return select(customer.as(CUSTOMER), newest().as("value"))
                .from(ATTRIBUTE_CURRENT)
                .where(ATTRIBUTE_CURRENT.ATTRIBUTE_ID.eq(attribute.id()), customer.isNotNull(), scope.admits(customer))
                .groupBy(customer)
                .asTable(alias);
    }

    /** Equal instants are settled by the row's id; a value that was cleared does not count. */
    private Field<?> newest() {
        Field<?> column = column();
        return field(
                "arg_max({0}, ({1}, {2}))",
                column.getDataType(), column, ATTRIBUTE_CURRENT.GIVEN_AT, ATTRIBUTE_CURRENT.ID);
    }

    private Field<?> column() {
        return switch (attribute.type()) {
            case TEXT, CHOICE, LIST -> ATTRIBUTE_CURRENT.TEXT_VALUE;
            case NUMBER, WHOLE, COUNT, MONEY -> ATTRIBUTE_CURRENT.NUMBER_VALUE.coerce(SQLDataType.DOUBLE);
            case BOOLEAN -> ATTRIBUTE_CURRENT.BOOLEAN_VALUE;
            case DATE -> ATTRIBUTE_CURRENT.DATE_VALUE;
            case INSTANT -> ATTRIBUTE_CURRENT.INSTANT_VALUE;
        };
    }
}
