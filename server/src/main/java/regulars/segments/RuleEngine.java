package regulars.segments;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.exception.DataAccessException;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;
import org.springframework.stereotype.Component;
import regulars.access.Organisations;
import regulars.kernel.Fault;
import regulars.warehouse.Warehouse;

/** Compiles rules with what holds now and runs them on the mirror. Safe for use by several threads. */
@Component
class RuleEngine {
    private final Warehouse warehouse;
    private final CatalogueStore catalogues;
    private final Organisations organisations;

    RuleEngine(Warehouse warehouse, CatalogueStore catalogues, Organisations organisations) {
        this.warehouse = warehouse;
        this.catalogues = catalogues;
        this.organisations = organisations;
    }

    /** Refuses a rule that cannot be run. */
    void check(Rule rule) {
        RuleValidator.check(rule, catalogues.fresh());
    }

    /** Refuses a rule that the segment cannot have. */
    void check(Rule rule, UUID segment, String name) {
        RuleValidator.check(rule, catalogues.fresh(), segment, name);
    }

    /** A program of a rule that comes from outside: it is checked first. */
    Program checked(Rule rule, Instant asOf) {
        return RuleCompiler.compile(
                rule, new RuleContext(asOf, organisations.get().zone(), knowing(rule)));
    }

    private Catalogue knowing(Rule rule) {
        return knowing(List.of(rule));
    }

    /** What is defined as of a moment ago, unless one of the rules names something newer. */
    private Catalogue knowing(List<Rule> rules) {
        try {
            var recent = catalogues.recent();
            rules.forEach(rule -> RuleValidator.check(rule, recent));
            return recent;
        } catch (Fault _) {
            var fresh = catalogues.fresh();
            rules.forEach(rule -> RuleValidator.check(rule, fresh));
            return fresh;
        }
    }

    /** The type of a customer's value by now; empty when there is none by that key. */
    Optional<ValueType> typeOf(String key) {
        return catalogues.fresh().typeOf(key);
    }

    /** What rules mean at a moment, with all that is defined by now. */
    RuleContext fresh(Instant asOf) {
        return new RuleContext(asOf, organisations.get().zone(), catalogues.fresh());
    }

    /** What rules mean at a moment. */
    RuleContext context(Instant asOf) {
        return new RuleContext(asOf, organisations.get().zone(), catalogues.recent());
    }

    /** Whoever asks, of the whole base: a segment has the same members for everybody. */
    Evaluated evaluate(Rule rule, Instant asOf) {
        var catalogue = catalogues.fresh();
        RuleValidator.check(rule, catalogue);
        var program = RuleCompiler.compile(
                rule, new RuleContext(asOf, organisations.get().zone(), catalogue));
        long started = System.nanoTime();
        // Read before the members are: they may be newer than it says, never older.
        var watermark = warehouse.watermark();
        var members = warehouse.readWhole(mirror -> numbers(mirror, program.members(Scope.WHOLE_BASE)));
        return new Evaluated(members, asOf, watermark, (System.nanoTime() - started) / 1000);
    }

    List<Integer> counts(List<Rule> rules, Instant asOf) {
        var program = checked(new Rule.AnyRule(rules), asOf);
        var row = warehouse.read(mirror -> mirror.fetchSingle(program.counts(Scope.WHOLE_BASE)));
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < program.nodes().size(); i++) {
            String path = program.nodes().get(i).path();
            if (!path.isEmpty() && !path.contains(".")) counts.add(row.get(i, Integer.class));
        }
        return counts;
    }

    /**
     * How many people in the caller's sight went from which of the rules to which, in one statement. People of whom none
     * holds at either moment are left out.
     *
     * @param rules at most {@link Shift#MOST_RULES}; each is checked by itself
     */
    List<Shift> shifts(List<Rule> rules, Instant before, Instant after) {
        if (rules.size() > Shift.MOST_RULES) throw new IllegalArgumentException(rules.size() + " rules");
        var catalogue = knowing(rules);
        var zone = organisations.get().zone();
        var then = RuleCompiler.compileTogether(rules, new RuleContext(before, zone, catalogue));
        var now = RuleCompiler.compileTogether(rules, new RuleContext(after, zone, catalogue));
        return warehouse.read(mirror -> ShiftStore.shifts(
                mirror,
                then.bits(Scope.WHOLE_BASE).asTable("before"),
                now.bits(Scope.WHOLE_BASE).asTable("after")));
    }

    /** Those in the caller's sight. */
    RoaringBitmap people(Rule rule, Instant asOf) {
        var program = checked(rule, asOf);
        return warehouse.read(mirror -> numbers(mirror, program.members(Scope.WHOLE_BASE)));
    }

    /** A million rows come faster through the driver's own cursor than as records. */
    static RoaringBitmap numbers(DSLContext mirror, Select<Record1<Integer>> query) {
        RoaringBitmapWriter<RoaringBitmap> members =
                RoaringBitmapWriter.writer().get();
        try (var rows = mirror.fetchLazy(query).resultSet()) {
            while (rows != null && rows.next()) members.add(rows.getInt(1));
        } catch (SQLException e) {
            throw new DataAccessException("the members could not be read", e);
        }
        return members.get();
    }
}
