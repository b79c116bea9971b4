package regulars.segments;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    /** What is defined as of a moment ago, unless the rule names something newer. */
    private Catalogue knowing(Rule rule) {
        try {
            var recent = catalogues.recent();
            RuleValidator.check(rule, recent);
            return recent;
        } catch (Fault _) {
            var fresh = catalogues.fresh();
            RuleValidator.check(rule, fresh);
            return fresh;
        }
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
