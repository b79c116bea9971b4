package regulars.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.INTEGER;
import static schema.customers.Tables.CUSTOMER;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.springframework.stereotype.Repository;

/** Whom merged people count as, over however many merges. */
@Repository
class RootStore {
    private static final Field<Integer> PERSON = field(name("way", "person"), INTEGER);
    private static final Field<Integer> START = field(name("way", "start"), INTEGER);

    private final DSLContext dsl;

    RootStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Of each of the numbers whom it counts as now: itself, unless it is merged. */
    Map<Integer, Integer> roots(Collection<Integer> numbers) {
        var way = way(
                numbers,
                select(START, CUSTOMER.MERGED_INTO)
                        .from(table(name("way")))
                        .join(CUSTOMER)
                        .on(CUSTOMER.NUMBER.eq(PERSON))
                        .where(CUSTOMER.MERGED_INTO.isNotNull()));
        return dsl.withRecursive(way)
                .select(START, PERSON)
                .from(way)
                .join(CUSTOMER)
                .on(CUSTOMER.NUMBER.eq(PERSON))
                .where(CUSTOMER.MERGED_INTO.isNull())
                .fetchMap(START, PERSON);
    }

    /** The customer and everybody who was merged into them. */
    Set<Integer> family(int number) {
        var way = way(
                List.of(number),
                select(START, CUSTOMER.NUMBER)
                        .from(table(name("way")))
                        .join(CUSTOMER)
                        .on(CUSTOMER.MERGED_INTO.eq(PERSON)));
        return new HashSet<>(dsl.withRecursive(way).select(PERSON).from(way).fetch(PERSON));
    }

    private static CommonTableExpression<?> way(Collection<Integer> numbers, Select<Record2<Integer, Integer>> step) {
        return name("way")
                .fields("start", "person")
                .as(select(CUSTOMER.NUMBER, CUSTOMER.NUMBER)
                        .from(CUSTOMER)
                        .where(CUSTOMER.NUMBER.eq(any(numbers.toArray(Integer[]::new))))
                        .unionAll(step));
    }
}
