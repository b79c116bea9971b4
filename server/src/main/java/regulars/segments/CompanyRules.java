package regulars.segments;

import static regulars.segments.RuleValidator.present;
import static regulars.segments.SegmentsFault.RULE_TOO_LARGE;

import java.util.List;
import java.util.stream.Stream;
import regulars.customers.CompanySize;
import regulars.kernel.Fault;
import regulars.segments.Rule.CompanyRule;
import regulars.segments.Rule.CompanyTest;

/** What a condition about companies may ask. */
final class CompanyRules {
    static final int MOST_TESTS = 20;
    private static final List<String> SIZES =
            Stream.of(CompanySize.values()).map(CompanySize::code).toList();

    private CompanyRules() {}

    static void check(CompanyRule rule, String path) {
        if (rule.where().size() > MOST_TESTS) {
            throw new Fault(RULE_TOO_LARGE, "A company may be tested " + MOST_TESTS + " times: leave some tests out.")
                    .at(path + ".where", rule.where().size())
                    .with("limit", MOST_TESTS);
        }
        for (int i = 0; i < rule.where().size(); i++) test(rule.where().get(i), path + ".where[" + i + "]");
        RuleValidator.length(rule.roles(), path + ".roles");
        for (var role : rule.roles()) present(role, path + ".roles");
    }

    private static void test(CompanyTest test, String path) {
        present(test, path);
        present(test.field(), path + ".field");
        ValueValidator.check(test.check(), test.field().type(), path + ".check");
        if (test.field() != CompanyField.SIZE) return;
        for (String size : test.check().values()) {
            if (!SIZES.contains(size)) {
                throw RuleValidator.invalid(path + ".check.values", size, "choose one of " + String.join(", ", SIZES));
            }
        }
    }
}
