package regulars.duplicates;

import static schema.duplicates.Tables.PAIR;

import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import regulars.customers.KnownPerson;
import regulars.customers.PersonalData;
import regulars.customers.PersonalTable;

/** With whom somebody was taken for one person, without a word about the other. */
@Repository
class PairDataStore implements PersonalData {
    private final DSLContext dsl;

    PairDataStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public List<PersonalTable> held(KnownPerson person) {
        return List.of(PersonalTable.of(
                "possible duplicates",
                dsl.select(PAIR.STATE, PAIR.PROBABILITY, PAIR.REASONS, PAIR.FOUND_AT, PAIR.SETTLED_AT)
                        .from(PAIR)
                        .where(of(person))
                        .orderBy(PAIR.NUMBER)
                        .fetch()));
    }

    @Override
    public Map<String, Integer> forget(KnownPerson person) {
        return Map.of("duplicates.pair", dsl.deleteFrom(PAIR).where(of(person)).execute());
    }

    private static Condition of(KnownPerson person) {
        return PAIR.ONE.in(person.numbers()).or(PAIR.OTHER.in(person.numbers()));
    }
}
