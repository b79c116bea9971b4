package regulars.segments;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.withRecursive;
import static schema.customers.Tables.COMPANY;

import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** Companies that pass a test, and those below them: a deleted one passes none, yet what is below it stays there. */
final class CompanyTree {
    private static final Table<Record> REACHED = table(name("reached"));
    private static final Field<Integer> NUMBER = field(name("reached", "number"), SQLDataType.INTEGER);
    private static final Field<Integer> TOP = field(name("reached", "top"), SQLDataType.INTEGER);
    private static final Table<Record> TOPS = table(name("tops"));

    private CompanyTree() {}

    /** Their numbers. */
    static Select<Record1<Integer>> of(Condition passes) {
        return withRecursive(reached(passes, inline(0))).select(NUMBER).from(REACHED);
    }

    /** Beside each the names of those above it that pass. */
    static Table<?> tops(Condition passes) {
        var names = field("string_agg(distinct {0}, ', ')", SQLDataType.CLOB, COMPANY.NAME);
        return withRecursive(reached(passes, COMPANY.NUMBER))
                .select(NUMBER.as("number"), names.as("names"))
                .from(REACHED)
                .join(COMPANY)
                .on(COMPANY.NUMBER.eq(TOP), TOP.ne(NUMBER))
                .groupBy(NUMBER)
                .asTable(TOPS.getName());
    }

    static Field<Integer> number() {
        return field(name(TOPS.getName(), "number"), SQLDataType.INTEGER);
    }

    static Field<String> names() {
        return field(name(TOPS.getName(), "names"), SQLDataType.CLOB);
    }

    private static CommonTableExpression<Record2<Integer, Integer>> reached(Condition passes, Field<Integer> top) {
        return name(REACHED.getName())
                .fields("number", "top")
                .as(select(COMPANY.NUMBER, top)
                        .from(COMPANY)
                        .where(COMPANY.DELETED_AT.isNull(), passes)
                        .union(select(COMPANY.NUMBER, TOP)
                                .from(COMPANY)
                                .join(REACHED)
                                .on(COMPANY.PARENT_NUMBER.eq(NUMBER))));
    }
}
