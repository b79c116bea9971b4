package regulars.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static regulars.segments.CheckOperator.IN;
import static regulars.segments.CheckOperator.IS;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import regulars.kernel.Fault;
import regulars.segments.Rule.AnyRule;
import regulars.segments.Rule.AttributeRule;
import regulars.segments.Rule.CellRule;
import regulars.segments.Rule.FieldRule;
import regulars.segments.Rule.NotRule;
import regulars.segments.Rule.SegmentRule;

class BadRulesTest {
    private static final Rule LEAF = new FieldRule(CustomerField.CITY, ValueCheck.of(IS, "Lviv"));
    private static final UUID ITSELF = new UUID(1, 1);
    private static final Catalogue EMPTY = new Catalogue(
            Map.of("taste", new Catalogue.OwnAttribute(1, ValueType.TEXT)),
            Map.of(),
            Set.of("marketing"),
            List.of("paid"),
            id -> id.equals(ITSELF)
                    ? Optional.of(new Catalogue.NamedRule(id, "Itself", new NotRule(new SegmentRule(id, true))))
                    : Optional.empty(),
            RoomKinds.NONE,
            Map.of(),
            TestCells.CELLS);

    @Test
    void admitsAsMuchAsItSays() {
        RuleValidator.check(new AnyRule(Collections.nCopies(RuleValidator.MOST_NODES - 1, LEAF)), EMPTY);
    }

    @Test
    void namesTheNodeThatIsOneTooMany() {
        var fault = refused(new AnyRule(Collections.nCopies(10_000, LEAF)));

        assertThat(fault.code()).isEqualTo(SegmentsFault.RULE_TOO_LARGE);
        assertThat(fault.params().get("field")).isEqualTo("rule.rules[99]");
    }

    @Test
    void namesTheCellThatIsNotThere() {
        var fault = refused(new CellRule(TestCells.GRID, List.of("often", "ever"), true));

        assertThat(fault.code()).isEqualTo(SegmentsFault.RULE_CELL_UNKNOWN);
        assertThat(fault.params().get("field")).isEqualTo("rule.cells");
        assertThat(refused(new CellRule(TestCells.GRID, List.of(), true)).code())
                .isEqualTo(SegmentsFault.RULE_INCOMPLETE);
    }

    @Test
    void namesTheGroupThatIsTooDeep() {
        Rule rule = LEAF;
        for (int i = 0; i < 200; i++) rule = new NotRule(rule);

        var fault = refused(rule);

        assertThat(fault.code()).isEqualTo(SegmentsFault.RULE_TOO_DEEP);
        assertThat(fault.params().get("field")).isEqualTo("rule" + ".rule".repeat(RuleValidator.MOST_DEPTH));
    }

    @Test
    void refusesAListOfAMillion() {
        var fault = refused(new NotRule(
                new FieldRule(CustomerField.CITY, new ValueCheck(IN, Collections.nCopies(1_000_000, "Lviv")))));

        assertThat(fault.code()).isEqualTo(SegmentsFault.RULE_LIST_TOO_LONG);
        assertThat(fault.params().get("field")).isEqualTo("rule.rule.check.values");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b;--", "select", "';drop table x", "Київ", "__proto__"})
    void refusesAFieldThatThereIsNotWhateverItsName(String key) {
        var fault = refused(new AnyRule(List.of(LEAF, new AttributeRule(key, ValueCheck.of(IS, "x")))));

        assertThat(fault.code()).isEqualTo(SegmentsFault.RULE_ATTRIBUTE_UNKNOWN);
        assertThat(fault.params().get("field")).isEqualTo("rule.rules[1].key");
    }

    @Test
    void doesNotFollowASegmentThatAlreadyAsksAboutItself() {
        var fault = refused(new SegmentRule(ITSELF, true));

        assertThat(fault.code()).isEqualTo(SegmentsFault.RULE_SEGMENT_CYCLE);
        assertThat(fault).hasMessageContaining("Itself → Itself");
    }

    private static Fault refused(Rule rule) {
        return catchThrowableOfType(Fault.class, () -> RuleValidator.check(rule, EMPTY));
    }
}
