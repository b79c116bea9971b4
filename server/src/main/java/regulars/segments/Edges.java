package regulars.segments;

import static org.jooq.impl.DSL.falseCondition;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * What time alone does to a condition, told by each kind next to how it is compiled: whoever has no fact that passes an
 * edge between two moments gives the same answer at both.
 */
interface Edges {
    /** Of a condition that asks for nothing but facts, whenever they are. */
    Edges NONE = _ -> List.of();

    /** Facts that pass an edge after that moment and not after the moment of the program. */
    List<Crossing> since(RuleContext then);

    /** The facts among these that pass an edge, each sort of edge by itself; none where no edge has moved. */
    static List<Crossing> any(Crossing.Facts facts, Condition which, Condition... passed) {
        return Stream.of(passed)
                .filter(one -> !one.equals(falseCondition()))
                .map(one -> new Crossing(facts, which.and(one)))
                .toList();
    }

    /** What happened later than then and not later than now: it was of the future and is of the past. */
    static Condition happened(Field<Instant> at, RuleContext then, RuleContext now) {
        return at.gt(then.asOf()).and(at.le(now.asOf()));
    }

    /** What a bound has passed on its way. */
    static Condition passed(Field<Instant> at, @Nullable Instant then, @Nullable Instant now) {
        if (then == null || now == null || then.equals(now)) return falseCondition();
        return then.isBefore(now) ? at.ge(then).and(at.lt(now)) : at.ge(now).and(at.lt(then));
    }

    /** What one day admits and another does not. */
    static Condition turned(RuleContext then, RuleContext now, Function<RuleContext, Condition> condition) {
        if (then.today().equals(now.today())) return falseCondition();
        return Truth.of(condition.apply(then)).ne(Truth.of(condition.apply(now)));
    }
}
