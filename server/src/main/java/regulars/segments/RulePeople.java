package regulars.segments;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static schema.commerce.Tables.ORDERS;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import regulars.access.Organisations;
import regulars.customers.Customers;
import regulars.kernel.Money;
import regulars.warehouse.Warehouse;

/** The people behind a rule: apart from the count, for they cost more. */
@Service
class RulePeople {
    private static final int SAMPLE = 10;
    private static final Rule REACHABLE = new Rule.AllRule(List.of(
            new Rule.ContactRule(ContactKind.EMAIL, ContactQuality.USABLE, List.of(), List.of()),
            new Rule.ConsentRule("email", "marketing", ConsentStanding.GRANTED)));

    private final RuleEngine engine;
    private final Warehouse warehouse;
    private final Customers customers;
    private final Organisations organisations;

    RulePeople(RuleEngine engine, Warehouse warehouse, Customers customers, Organisations organisations) {
        this.engine = engine;
        this.warehouse = warehouse;
        this.customers = customers;
        this.organisations = organisations;
    }

    /** Whom a letter may reach, what they brought, who some of them are. */
    PreviewPeople of(Rule rule, Instant asOf) {
        var reachable = engine.checked(new Rule.AllRule(List.of(rule, REACHABLE)), asOf);
        var program = engine.checked(rule, asOf);
        return warehouse.read(mirror -> {
            var members = RuleEngine.numbers(mirror, program.members(Scope.WHOLE_BASE));
            int reached = mirror.fetchSingle(reachable.counts(Scope.WHOLE_BASE)).get(0, Integer.class);
            var money = new Money(revenue(mirror, program), organisations.get().currency());
            return new PreviewPeople(
                    reached,
                    money,
                    members(members.stream().limit(SAMPLE).boxed().toList()));
        });
    }

    List<SegmentMember> members(List<Integer> numbers) {
        var ids = customers.externalIds(numbers);
        return customers.shown(numbers).stream()
                .map(person -> SegmentMember.of(person, ids.getOrDefault(person.number(), List.of())))
                .toList();
    }

    private static long revenue(DSLContext mirror, Program program) {
        var members = program.members(Scope.WHOLE_BASE);
        BigDecimal revenue = mirror.fetchSingle(select(sum(ORDERS.REVENUE_BASE_MINOR))
                        .from(ORDERS)
                        .where(Warehouse.customer(ORDERS).in(members)))
                .value1();
        return revenue == null ? 0 : revenue.longValueExact();
    }
}
