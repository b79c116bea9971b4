package regulars.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StateTest {
    @Property
    void doesNotDependOnTheOrderOfTheEvidence(@ForAll("evidence") List<State> evidence, @ForAll long seed) {
        var shuffled = new ArrayList<>(evidence);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(fold(shuffled)).isEqualTo(fold(evidence));
    }

    @Property
    void isWithdrawnExactlyWhenAWithdrawalFollowsTheLastOwnGrant(@ForAll("evidence") List<State> evidence) {
        var lastOwnGrant = evidence.stream()
                .filter(one -> one.granted() && !one.imported())
                .map(State::givenAt)
                .max(Instant::compareTo);
        boolean withdrawn = evidence.stream()
                .filter(one -> !one.granted())
                .anyMatch(one -> lastOwnGrant.isEmpty() || !one.givenAt().isBefore(lastOwnGrant.get()));

        assertThat(fold(evidence).granted()).isEqualTo(!withdrawn);
    }

    /** What a person's subjects amount to is what their evidence together amounts to. */
    @Property
    void addsUpOverSubjects(@ForAll("evidence") List<State> one, @ForAll("evidence") List<State> other) {
        var together = new ArrayList<>(one);
        together.addAll(other);

        assertThat(fold(List.of(fold(one), fold(other))).granted())
                .isEqualTo(fold(together).granted());
    }

    private static State fold(List<State> evidence) {
        var state = evidence.getFirst();
        for (State next : evidence) if (state.yieldsTo(next)) state = next;
        return state.granted() ? state : new State(false, false, state.givenAt()); // who withdrew it decides nothing
    }

    @Provide
    Arbitrary<List<State>> evidence() {
        var booleans = Arbitraries.of(true, false);
        var days = Arbitraries.integers().between(1, 5).map(day -> Instant.parse("2026-01-0" + day + "T00:00:00Z"));
        var states = Combinators.combine(booleans, booleans, days).as(State::new);
        return states.list().ofMinSize(1).ofMaxSize(8);
    }
}
