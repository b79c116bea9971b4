package regulars.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static schema.customers.Tables.CUSTOMER;
import static schema.duplicates.Tables.PAIR;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.collect.SubjectKey;
import regulars.customers.CustomersFixture;
import regulars.customers.IncomingCustomer;
import regulars.customers.MergeUndone;
import regulars.customers.PeopleMerged;
import regulars.customers.ProfileField;
import regulars.duplicates.model.Agreement;
import regulars.duplicates.model.Clue;
import regulars.duplicates.model.Score;
import regulars.duplicates.model.Score.Reason;
import regulars.duplicates.model.Score.Verdict;
import regulars.duplicates.model.Search.Found;
import regulars.kernel.Actor;
import regulars.kernel.Ids;
import regulars.kernel.Sights;
import tools.jackson.databind.json.JsonMapper;

class SureMergesTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private final DSLContext dsl = POSTGRES.dsl();
    private final SettableClock clock = new SettableClock(NOW);
    private final CustomersFixture customers = new CustomersFixture(dsl, clock);
    private final PairStore pairs = new PairStore(dsl, JsonMapper.shared(), Sights.WHOLE);
    private final Verdicts verdicts = new Verdicts(
            pairs, customers.merges(this::hear), new DataSourceTransactionManager(POSTGRES.dataSource()), clock);

    /** As Spring would hand it on. */
    private void hear(Object told) {
        if (told instanceof PeopleMerged merged) verdicts.on(merged);
        if (told instanceof MergeUndone undone) verdicts.on(undone);
    }

    @Test
    void mergesWhatIsSureAndNeverAgainWhatWasTakenBack() {
        int ann = person("1", "Ann");
        int anna = person("2", "Anna");
        int annie = person("3", "Annie");
        var found = List.of(
                pair(ann, anna, Verdict.ONE), pair(anna, annie, Verdict.ONE), pair(ann, annie, Verdict.PERHAPS));
        pairs.keep(found, Ids.next(NOW), NOW);

        assertThat(verdicts.mergeSure(() -> {})).isEqualTo(1);
        assertThat(state(anna)).isEqualTo("merged");
        assertThat(states()).as("whoever is merged waits no more").containsExactlyInAnyOrder("one", "open");

        var merged = pairs.page(PairState.ONE, true, null, 10).getFirst();
        verdicts.undo(merged.id(), Actor.SYSTEM);

        assertThat(state(anna)).isEqualTo("active");
        pairs.keep(found, Ids.next(NOW), NOW);
        assertThat(verdicts.mergeSure(() -> {}))
                .as("only the pair that nobody parted")
                .isEqualTo(1);
        assertThat(state(annie)).isEqualTo("merged");
        assertThat(pairs.find(merged.id()).orElseThrow().state()).isEqualTo(PairState.TWO);
    }

    private static Found pair(int one, int other, Verdict verdict) {
        var reasons = List.of(new Reason(Clue.EMAIL, Agreement.SAME, 20));
        return new Found(one, other, new Score(.99999, 17, verdict, reasons));
    }

    private int person(String key, String name) {
        var shop = customers.intake().origin("Shop", "import", Actor.SYSTEM);
        var said = IncomingCustomer.identified(
                SubjectKey.external(shop.sourceCode(), key), Map.of(ProfileField.FULL_NAME, name));
        return customers
                .intake()
                .accept(shop.of(UUID.randomUUID()), List.of(said))
                .getFirst()
                .customerNumber();
    }

    private String state(int number) {
        return dsl.fetchSingle(CUSTOMER, CUSTOMER.NUMBER.eq(number)).getState();
    }

    private List<String> states() {
        return dsl.select(PAIR.STATE).from(PAIR).fetch(PAIR.STATE);
    }
}
