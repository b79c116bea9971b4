package regulars.segments;

import static regulars.segments.RuleValidator.present;
import static regulars.segments.SegmentsFault.RULE_ATTRIBUTE_UNKNOWN;
import static regulars.segments.SegmentsFault.RULE_OBJECT_TYPE_UNKNOWN;
import static regulars.segments.SegmentsFault.RULE_TOO_LARGE;

import java.util.stream.Stream;
import regulars.customers.FieldSight;
import regulars.kernel.Fault;

/** What a condition about objects may ask. */
final class ObjectRules {
    static final int MOST_TESTS = 20;

    private ObjectRules() {}

    static void check(Rule.ObjectsRule rule, Catalogue catalogue, String path) {
        present(rule.type(), path + ".type");
        var type = catalogue.objects().get(rule.type());
        if (type == null) {
            throw new Fault(
                            RULE_OBJECT_TYPE_UNKNOWN,
                            "There is no type of objects '" + rule.type() + "': choose one that exists.")
                    .at(path + ".type", rule.type());
        }
        ValueValidator.check(rule.check(), ValueType.COUNT, path + ".check");
        if (rule.where().size() > MOST_TESTS) {
            throw new Fault(RULE_TOO_LARGE, "An object may be tested " + MOST_TESTS + " times: leave some tests out.")
                    .at(path + ".where", rule.where().size())
                    .with("limit", MOST_TESTS);
        }
        for (int i = 0; i < rule.where().size(); i++) test(rule.where().get(i), type, path + ".where[" + i + "]");
    }

    private static void test(Rule.ObjectTest test, Catalogue.OwnObjects type, String path) {
        present(test, path);
        present(test.field(), path + ".field");
        var field = type.fields().get(test.field());
        if (field == null) {
            throw new Fault(RULE_ATTRIBUTE_UNKNOWN, "There is no field '" + test.field() + "': choose one that exists.")
                    .at(path + ".field", test.field());
        }
        ValueValidator.check(test.check(), field.type(), path + ".check");
    }

    /** The type and the fields that it asks about, as {@link FieldSight} names them. */
    static Stream<String> fields(Rule.ObjectsRule rule) {
        if (rule.type() == null) return Stream.empty();
        var tested = rule.where().stream().map(test -> FieldSight.ofObject(rule.type(), test.field()));
        return Stream.concat(Stream.of(FieldSight.ofObjects(rule.type())), tested);
    }
}
