package regulars.segments;

import static regulars.segments.SegmentsFault.RULE_ATTRIBUTE_UNKNOWN;
import static regulars.segments.SegmentsFault.RULE_CELL_UNKNOWN;
import static regulars.segments.SegmentsFault.RULE_EMPTY;
import static regulars.segments.SegmentsFault.RULE_INCOMPLETE;
import static regulars.segments.SegmentsFault.RULE_LIST_TOO_LONG;
import static regulars.segments.SegmentsFault.RULE_PURPOSE_UNKNOWN;
import static regulars.segments.SegmentsFault.RULE_SEGMENT_UNKNOWN;
import static regulars.segments.SegmentsFault.RULE_TOO_DEEP;
import static regulars.segments.SegmentsFault.RULE_TOO_LARGE;
import static regulars.segments.SegmentsFault.RULE_VALUE_INVALID;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Fault;
import regulars.segments.Rule.AllRule;
import regulars.segments.Rule.AnyRule;
import regulars.segments.Rule.AttributeRule;
import regulars.segments.Rule.CellRule;
import regulars.segments.Rule.CompanyRule;
import regulars.segments.Rule.ConsentRule;
import regulars.segments.Rule.ContactRule;
import regulars.segments.Rule.EventsRule;
import regulars.segments.Rule.FieldRule;
import regulars.segments.Rule.ListRule;
import regulars.segments.Rule.NotRule;
import regulars.segments.Rule.ObjectsRule;
import regulars.segments.Rule.OrdersRule;
import regulars.segments.Rule.ReachableRule;
import regulars.segments.Rule.SegmentRule;
import regulars.segments.Rule.SequenceRule;

/** Refuses a rule that cannot be compiled, and says which part of it is at fault and what would be right. */
final class RuleValidator {
    static final int MOST_NODES = 100;
    /** Those of the segments that it asks about included. */
    static final int MOST_NODES_WITH_SEGMENTS = 500;

    static final int MOST_DEPTH = 8;
    static final int LONGEST_LIST = 1000;
    private static final Set<String> CHANNELS = Set.of("email", "sms", "phone", "telegram", "push");
    private static final int MOST_DAYS = 36_500;

    private final Catalogue catalogue;
    private final SegmentPath segments = new SegmentPath();
    private int nodes;
    private int inCells;

    private RuleValidator(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static void check(@Nullable Rule rule, Catalogue catalogue) {
        new RuleValidator(catalogue).visit(rule, "rule", 1);
    }

    /** As the rule of a segment that is there already: it may not ask about itself, through others neither. */
    static void check(@Nullable Rule rule, Catalogue catalogue, UUID id, String name) {
        var validator = new RuleValidator(catalogue);
        validator.segments.enter(id, name, "rule");
        validator.visit(rule, "rule", 1);
    }

    private void visit(@Nullable Rule rule, String path, int depth) {
        if (rule == null) throw new Fault(RULE_INCOMPLETE, "A condition is missing: choose one.").at(path, null);
        int limit = segments.inside() || inCells > 0 ? MOST_NODES_WITH_SEGMENTS : MOST_NODES;
        if (++nodes > limit) {
            throw new Fault(RULE_TOO_LARGE, "A rule may have " + limit + " conditions and groups: make it smaller.")
                    .at(path, null)
                    .with("limit", limit);
        }
        if (depth > MOST_DEPTH) {
            throw new Fault(RULE_TOO_DEEP, "Groups may be nested " + MOST_DEPTH + " deep: flatten the rule.")
                    .at(path, null)
                    .with("limit", MOST_DEPTH);
        }
        switch (rule) {
            case AllRule all -> group(all.rules(), path, depth);
            case AnyRule any -> group(any.rules(), path, depth);
            case NotRule not -> visit(not.rule(), path + ".rule", depth + 1);
            case FieldRule field -> field(field, path);
            case AttributeRule attribute -> attribute(attribute, path);
            case ContactRule contact -> contact(contact, path);
            case ObjectsRule objects -> ObjectRules.check(objects, catalogue, path);
            case CompanyRule company -> CompanyRules.check(company, path);
            case ConsentRule consent -> consent(consent, path);
            case ReachableRule reachable -> reachable(reachable, path);
            case ListRule list -> present(list.list(), path + ".list");
            case OrdersRule orders -> orders(orders, path);
            case SegmentRule other -> segment(other, path);
            case CellRule cell -> cell(cell, path);
            case EventsRule events -> EventValidator.check(events, path);
            case SequenceRule sequence -> EventValidator.check(sequence, path);
        }
    }

    private void segment(SegmentRule rule, String path) {
        present(rule.segment(), path + ".segment");
        var other = catalogue
                .segments()
                .find(rule.segment())
                .orElseThrow(() -> new Fault(
                                RULE_SEGMENT_UNKNOWN,
                                "There is no segment " + rule.segment() + ": it may be deleted, choose another.")
                        .at(path + ".segment", rule.segment()));
        segments.enter(other.id(), other.name(), path + ".segment");
        visit(other.rule(), path + ".segment", 1);
        segments.leave();
    }

    private void cell(CellRule rule, String path) {
        present(rule.grid(), path + ".grid");
        if (rule.cells().isEmpty()) {
            throw new Fault(RULE_INCOMPLETE, "Name at least one cell.").at(path + ".cells", null);
        }
        length(rule.cells(), path + ".cells");
        for (String code : rule.cells()) {
            var meaning = catalogue
                    .cells()
                    .find(rule.grid(), code, null)
                    .orElseThrow(() -> new Fault(
                                    RULE_CELL_UNKNOWN,
                                    "There is no cell '" + code + "' in '" + rule.grid() + "': choose another, or look"
                                            + " at that grid first.")
                            .at(path + ".cells", code));
            inCells++;
            visit(meaning, path + ".cells", 1);
            inCells--;
        }
    }

    private void group(List<Rule> rules, String path, int depth) {
        if (rules.isEmpty()) {
            throw new Fault(RULE_EMPTY, "A group without conditions says nothing: add one or remove the group.")
                    .at(path, null);
        }
        for (int i = 0; i < rules.size(); i++) visit(rules.get(i), path + ".rules[" + i + "]", depth + 1);
    }

    private void field(FieldRule rule, String path) {
        present(rule.field(), path + ".field");
        ValueValidator.check(rule.check(), rule.field().type(), path + ".check");
        if (rule.field().source()) sources(rule.check().values(), path + ".check.values");
    }

    private void attribute(AttributeRule rule, String path) {
        present(rule.key(), path + ".key");
        var type = catalogue
                .typeOf(rule.key())
                .orElseThrow(() -> new Fault(
                                RULE_ATTRIBUTE_UNKNOWN,
                                "There is no field '" + rule.key() + "': choose one that exists.")
                        .at(path + ".key", rule.key()));
        ValueValidator.check(rule.check(), type, path + ".check");
    }

    private static void contact(ContactRule rule, String path) {
        present(rule.contact(), path + ".contact");
        present(rule.quality(), path + ".quality");
        texts(rule.domains(), path + ".domains");
        texts(rule.callingCodes(), path + ".callingCodes");
        if (!rule.domains().isEmpty() && rule.contact() != ContactKind.EMAIL) {
            throw invalid(path + ".domains", rule.domains().getFirst(), "only an e-mail address has a domain");
        }
        if (!rule.callingCodes().isEmpty() && rule.contact() != ContactKind.PHONE) {
            throw invalid(
                    path + ".callingCodes", rule.callingCodes().getFirst(), "only a phone number has a country code");
        }
        for (String code : rule.callingCodes()) {
            if (!code.matches("[0-9]{1,4}")) throw invalid(path + ".callingCodes", code, "write digits, such as 380");
        }
    }

    private void consent(ConsentRule rule, String path) {
        present(rule.channel(), path + ".channel");
        present(rule.purpose(), path + ".purpose");
        present(rule.standing(), path + ".standing");
        if (!CHANNELS.contains(rule.channel())) {
            throw invalid(path + ".channel", rule.channel(), "choose one of email, sms, phone, telegram, push");
        }
        purpose(rule.purpose(), path);
    }

    private void reachable(ReachableRule rule, String path) {
        present(rule.channel(), path + ".channel");
        present(rule.purpose(), path + ".purpose");
        purpose(rule.purpose(), path);
    }

    private void sources(List<String> codes, String path) {
        for (String source : codes) {
            if (!catalogue.sources().containsKey(source)) {
                throw invalid(path, source, "there is no such source, choose one that exists");
            }
        }
    }

    private void purpose(String purpose, String path) {
        if (catalogue.purposes().contains(purpose)) return;
        throw new Fault(RULE_PURPOSE_UNKNOWN, "There is no purpose '" + purpose + "': choose one that exists.")
                .at(path + ".purpose", purpose);
    }

    private void orders(OrdersRule rule, String path) {
        present(rule.measure(), path + ".measure");
        ValueValidator.check(rule.check(), rule.measure().type(), path + ".check");
        window(rule.window(), path + ".window");
        texts(rule.statuses(), path + ".statuses");
        texts(rule.paymentMethods(), path + ".paymentMethods");
        length(rule.sources(), path + ".sources");
        sources(rule.sources(), path + ".sources");
        if (rule.basket() != null) ProductRules.check(rule.basket(), path + ".basket");
        if (rule.products() != null) ProductRules.check(rule.products(), path + ".products");
        else if (rule.measure() == OrderMeasure.SHARE) {
            throw new Fault(RULE_INCOMPLETE, "Name the products whose share it is.").at(path + ".products", null);
        }
    }

    static void window(Rule.OrderWindow window, String path) {
        present(window, path);
        var days = window.days();
        var from = window.from();
        var to = window.to();
        if (days != null && (days < 0 || days > MOST_DAYS)) {
            throw invalid(path + ".days", days, "write a number of days from 0 to " + MOST_DAYS);
        }
        if (days != null && (from != null || to != null)) {
            throw invalid(path + ".days", days, "give either a number of days or a period, not both");
        }
        if (from != null && to != null && from.isAfter(to))
            throw invalid(path + ".from", from, "it is after the last day");
        if (from != null) ValueValidator.day(from.toString(), path + ".from");
        if (to != null) ValueValidator.day(to.toString(), path + ".to");
    }

    static void texts(List<String> texts, String path) {
        length(texts, path);
        for (String text : texts) ValueValidator.text(text, path);
    }

    static void length(List<?> list, String path) {
        if (list.size() > LONGEST_LIST) {
            throw new Fault(
                            RULE_LIST_TOO_LONG,
                            "A list may have " + LONGEST_LIST + " values, this one has " + list.size() + ".")
                    .at(path, list.size())
                    .with("limit", LONGEST_LIST);
        }
    }

    static void present(@Nullable Object part, String path) {
        if (part == null)
            throw new Fault(RULE_INCOMPLETE, "The condition is not complete: fill in '" + path + "'.").at(path, null);
    }

    static Fault invalid(String path, Object value, String remedy) {
        return new Fault(RULE_VALUE_INVALID, "'" + value + "' does not fit in " + path + ": " + remedy + ".")
                .at(path, value);
    }
}
