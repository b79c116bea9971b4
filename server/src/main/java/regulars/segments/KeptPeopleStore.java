package regulars.segments;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * The rows of a program, evaluated once and kept in a temporary table until the reading's transaction ends: many
 * questions are then asked of them for the price of one.
 */
final class KeptPeopleStore {
    private static final Table<Record> KEPT = table(name("kept_people"));
    private static final Field<Integer> NUMBER = field(name(Program.PEOPLE, "number"), SQLDataType.INTEGER);

    private final DSLContext mirror;
    private final Program program;

    private KeptPeopleStore(DSLContext mirror, Program program) {
        this.mirror = mirror;
        this.program = program;
    }

    static KeptPeopleStore of(DSLContext mirror, Program program) {
        List<Field<?>> columns = new ArrayList<>(List.of(field(name("number"), SQLDataType.INTEGER)));
        for (var leaf : program.leaves()) columns.add(field(name(leaf.flag()), SQLDataType.BOOLEAN));
        mirror.createTemporaryTable(KEPT).columns(columns).execute();
        mirror.insertInto(KEPT, columns).select(program.rows(Scope.WHOLE_BASE)).execute();
        return new KeptPeopleStore(mirror, program);
    }

    /** How many people each of the conditions holds for, and last how many people there are. */
    List<Integer> counts(List<Condition> conditions) {
        List<SelectField<?>> counts = new ArrayList<>();
        for (var condition : conditions)
            counts.add(count().filterWhere(condition).as("count" + counts.size()));
        counts.add(count().as("base"));
        var row = mirror.select(counts).from(people()).fetchSingle();
        return row.intoList().stream().map(each -> ((Number) each).intValue()).toList();
    }

    /** Who meets the rule. */
    Select<Record1<Integer>> members() {
        return select(NUMBER).from(people()).where(program.root());
    }

    /** Some who meet it, spread over the base and always the same. */
    List<Integer> sample(int limit) {
        return mirror.select(NUMBER)
                .from(people())
                .where(program.root())
                .orderBy(field("hash({0})", SQLDataType.DECIMAL, NUMBER), NUMBER)
                .limit(limit)
                .fetch(NUMBER);
    }

    private static Table<Record> people() {
        return KEPT.as(Program.PEOPLE);
    }
}
