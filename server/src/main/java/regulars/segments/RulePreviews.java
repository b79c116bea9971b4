package regulars.segments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Record;
import org.springframework.stereotype.Service;
import regulars.access.Organisations;
import regulars.customers.FieldSight;
import regulars.warehouse.Warehouse;

/** Answers about a rule that need not be a segment: exact numbers, and why. */
@Service
class RulePreviews {
    private final RuleEngine engine;
    private final Warehouse warehouse;
    private final Organisations organisations;

    RulePreviews(RuleEngine engine, Warehouse warehouse, Organisations organisations) {
        this.engine = engine;
        this.warehouse = warehouse;
        this.organisations = organisations;
    }

    /** One pass over the base. */
    RulePreview count(Rule rule, Instant asOf) {
        var program = engine.checked(rule, asOf);
        var row = warehouse.read(mirror -> mirror.fetchSingle(program.counts(Scope.WHOLE_BASE)));
        List<NodeCount> counts = new ArrayList<>();
        for (var node : program.nodes()) counts.add(new NodeCount(node.path(), row.get(counts.size(), Integer.class)));
        return new RulePreview(counts.getFirst().count(), row.get(counts.size(), Integer.class), asOf, counts);
    }

    /** The answer of each part of the rule about one customer, with the values it was given on. */
    List<RuleAnswer> why(Rule rule, Instant asOf, int customer) {
        var program = engine.checked(rule, asOf);
        var found = warehouse.read(mirror -> mirror.fetchOptional(program.answers(Scope.of(customer))));
        if (found.isEmpty()) return List.of();
        var row = found.get();
        var values = values(program, row);
        List<RuleAnswer> answers = new ArrayList<>();
        for (var node : program.nodes()) {
            boolean holds = row.get(answers.size() + 1, Boolean.class);
            answers.add(new RuleAnswer(node.path(), holds, values.get(node.path())));
        }
        return answers;
    }

    /** What the conditions counted, as far as it is to be seen. */
    List<RuleFacts> facts(Rule rule, Instant asOf, int customer, FieldSight sight) {
        var program = engine.checked(rule, asOf);
        var currency = organisations.get().currency();
        return warehouse.read(
                mirror -> new FactStore(mirror, engine.context(asOf), customer, currency, sight).of(program));
    }

    /** Paths of the conditions that a past moment cannot answer. */
    List<String> knownToday(Rule rule, Instant asOf) {
        return PastKnowledge.knownToday(rule, engine.context(asOf).catalogue());
    }

    private Map<String, String> values(Program program, Record row) {
        var texts = new AnswerTexts(organisations.get().zone());
        Map<String, String> values = new HashMap<>();
        int column = program.nodes().size() + 1;
        for (var leaf : program.leaves()) {
            Object value = row.get(column++);
            if (value != null) values.put(leaf.path(), texts.of(value));
        }
        return values;
    }
}
