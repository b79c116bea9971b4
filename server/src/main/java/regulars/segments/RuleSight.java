package regulars.segments;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import regulars.access.Colleagues;
import regulars.customers.FieldRights;
import regulars.customers.FieldSight;
import regulars.customers.ProfileField;
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
import regulars.segments.RuleVocabulary.NamedCode;

/** Whether the caller may ask what a rule asks: who meets it would tell a field that they do not see. */
@Component
public class RuleSight {
    private final FieldRights rights;
    private final SegmentStore segments;
    private final Colleagues colleagues;
    private final Cells cells;

    RuleSight(FieldRights rights, SegmentStore segments, Colleagues colleagues, Cells cells) {
        this.rights = rights;
        this.cells = cells;
        this.segments = segments;
        this.colleagues = colleagues;
    }

    /** Those of us whose customers the caller sees, those included who left. */
    List<NamedCode> owners() {
        return colleagues.inSight().stream()
                .map(one -> new NamedCode(one.id().toString(), Map.of("en", one.name())))
                .toList();
    }

    /** The grids that somebody made, of which the caller may know what they measure. */
    List<CellGrids.OwnGrid> ownGrids() {
        return cells.own().stream()
                .filter(grid -> admits(grid.rows()) && admits(grid.columns()))
                .toList();
    }

    /** @throws regulars.kernel.Fault when the side measures a field that is hidden from the caller */
    public void require(GridSide side) {
        if (side.key() != null) rights.sight().requireSeen(side.measure());
    }

    /** Whether the caller may know what a side measures. */
    public boolean admits(GridSide side) {
        return side.isSeen(rights.sight());
    }

    /** The fields that the caller sees. */
    FieldSight fields() {
        return rights.sight();
    }

    /** @throws regulars.kernel.Fault when the rule asks about a field that is hidden from the caller */
    public void require(@Nullable Rule rule) {
        if (rule == null) return;
        var sight = rights.sight();
        asked(rule).forEach(sight::requireSeen);
    }

    /** The order of a list tells the values, too. */
    void require(CustomerOrder order) {
        var field = order.field();
        if (field != null) rights.sight().requireSeen(field.key());
    }

    boolean admits(@Nullable Rule rule) {
        return asked(rule).allMatch(rights.sight()::sees);
    }

    /** Keeps in the audit that the values behind the rule are shown. */
    void read(String subject, Rule rule) {
        var own = asked(rule)
                .filter(field -> field.startsWith(FieldSight.own("")))
                .map(field -> field.substring(FieldSight.own("").length()))
                .toList();
        rights.read(rights.sight(), subject, own);
    }

    /** What a segment or a cell asks that the rule asks about is asked, too. */
    private Stream<String> asked(@Nullable Rule rule) {
        Set<UUID> met = new HashSet<>();
        Deque<Rule> rules = new ArrayDeque<>();
        if (rule != null) rules.add(rule);
        Stream<String> fields = Stream.empty();
        while (!rules.isEmpty()) {
            var next = rules.removeFirst();
            fields = Stream.concat(fields, fields(next));
            inCells(next).flatMap(cells::of).forEach(rules::add);
            segments(next)
                    .filter(met::add)
                    .forEach(id ->
                            segments.find(id).map(SegmentStore.Stored::rule).ifPresent(rules::add));
        }
        return fields;
    }

    /** The conditions about cells in a rule itself. */
    static Stream<CellRule> inCells(@Nullable Rule rule) {
        return switch (rule) {
            case null -> Stream.empty();
            case AllRule all -> all.rules().stream().flatMap(RuleSight::inCells);
            case AnyRule any -> any.rules().stream().flatMap(RuleSight::inCells);
            case NotRule not -> inCells(not.rule());
            case CellRule cell -> Stream.of(cell);
            case FieldRule _,
                    AttributeRule _,
                    ObjectsRule _,
                    CompanyRule _,
                    ContactRule _,
                    ConsentRule _,
                    ReachableRule _,
                    ListRule _,
                    OrdersRule _,
                    EventsRule _,
                    SegmentRule _,
                    SequenceRule _ -> Stream.empty();
        };
    }

    /** The segments that a rule itself names. */
    static Stream<UUID> segments(@Nullable Rule rule) {
        return switch (rule) {
            case null -> Stream.empty();
            case AllRule all -> all.rules().stream().flatMap(RuleSight::segments);
            case AnyRule any -> any.rules().stream().flatMap(RuleSight::segments);
            case NotRule not -> segments(not.rule());
            case SegmentRule other -> Stream.ofNullable(other.segment());
            case FieldRule _,
                    AttributeRule _,
                    ObjectsRule _,
                    CompanyRule _,
                    ContactRule _,
                    ConsentRule _,
                    ReachableRule _,
                    ListRule _,
                    OrdersRule _,
                    EventsRule _,
                    CellRule _,
                    SequenceRule _ -> Stream.empty();
        };
    }

    /** Names of the fields that a rule asks about itself, as {@link FieldSight} has them. */
    static Stream<String> fields(@Nullable Rule rule) {
        return switch (rule) {
            case null -> Stream.empty();
            case AllRule all -> all.rules().stream().flatMap(RuleSight::fields);
            case AnyRule any -> any.rules().stream().flatMap(RuleSight::fields);
            case NotRule not -> fields(not.rule());
            case AttributeRule attribute -> Stream.ofNullable(attribute.key()).map(FieldSight::own);
            case FieldRule field -> Stream.ofNullable(field.field()).flatMap(RuleSight::field);
            case ObjectsRule objects -> ObjectRules.fields(objects);
            case ContactRule contact ->
                Stream.ofNullable(contact.contact()).map(kind -> kind.name().toLowerCase(Locale.ROOT));
            case ReachableRule reachable ->
                Stream.ofNullable(reachable.channel())
                        .map(channel -> channel.contact().name().toLowerCase(Locale.ROOT));
            case CompanyRule _,
                    ConsentRule _,
                    ListRule _,
                    OrdersRule _,
                    EventsRule _,
                    SequenceRule _,
                    SegmentRule _,
                    CellRule _ -> Stream.empty();
        };
    }

    private static Stream<String> field(CustomerField field) {
        return switch (field) {
            case LANGUAGE -> Stream.of(ProfileField.LANGUAGE.key());
            case COUNTRY -> Stream.of(ProfileField.COUNTRY.key());
            case REGION -> Stream.of(ProfileField.REGION.key());
            case CITY -> Stream.of(ProfileField.CITY.key());
            case DISTRICT -> Stream.of(ProfileField.DISTRICT.key());
            case SEX -> Stream.of(ProfileField.SEX.key());
            case ZONE -> Stream.of(ProfileField.ZONE.key());
            case BIRTH_DATE, AGE -> Stream.of(ProfileField.BIRTH_DATE.key());
            case OWNER, FIRST_SOURCE, LAST_SOURCE, CREATED -> Stream.empty();
        };
    }

    /** The conditions about usual fields and addresses that the caller cannot use, by their codes in rules. */
    Set<String> hiddenConditions() {
        var sight = rights.sight();
        var fields = Stream.of(CustomerField.values())
                .filter(field -> !field(field).allMatch(sight::sees))
                .map(CustomerField::name);
        var contacts = Stream.of(ContactKind.values())
                .filter(kind -> !sight.sees(kind.name().toLowerCase(Locale.ROOT)))
                .map(ContactKind::name);
        return Stream.concat(fields, contacts).collect(Collectors.toUnmodifiableSet());
    }
}
