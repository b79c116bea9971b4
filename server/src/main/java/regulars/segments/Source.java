package regulars.segments;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** A derived table with at most one row a customer, shared by the conditions that read it. */
interface Source {
    String CUSTOMER = "customer";

    /** The table with every column asked for so far, its customers in column {@link #CUSTOMER}. */
    Table<?> table(Scope scope);

    /** Which row of it is about which customer. */
    default Condition joins(Table<?> table) {
        return customer(table).eq(schema.customers.Tables.CUSTOMER.NUMBER);
    }

    static Field<Integer> customer(Table<?> source) {
        return field(name(source.getName(), CUSTOMER), SQLDataType.INTEGER);
    }
}
