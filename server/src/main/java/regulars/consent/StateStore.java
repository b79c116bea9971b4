package regulars.consent;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.INSTANT;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.consent.Tables.STATE;
import static schema.customers.Tables.SUBJECT_LINK;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import regulars.kernel.Batch;
import schema.consent.tables.records.StateRecord;

/** What holds now: a projection of the evidence. */
@Repository
class StateStore {
    private final DSLContext dsl;

    StateStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    record Key(long subject, Channel channel, int purpose) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparingLong(Key::subject)
                .thenComparing(Key::channel)
                .thenComparingInt(Key::purpose);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    record Candidate(Key key, State state, long evidenceId) {}

    /** Where the customers stand who ever said anything. */
    Map<Integer, Right> rights(Collection<Integer> customers, Channel channel, int purpose) {
        var byCustomer = new HashMap<Integer, List<Candidate>>();
        dsl.select(
                        SUBJECT_LINK.CUSTOMER_NUMBER,
                        STATE.SUBJECT_NUMBER,
                        STATE.GRANTED,
                        STATE.IMPORTED,
                        STATE.GIVEN_AT,
                        STATE.EVIDENCE_ID)
                .from(SUBJECT_LINK)
                .join(STATE)
                .on(STATE.SUBJECT_NUMBER.eq(SUBJECT_LINK.SUBJECT_NUMBER))
                .where(SUBJECT_LINK.CUSTOMER_NUMBER.eq(DSL.any(customers.toArray(Integer[]::new))))
                .and(STATE.CHANNEL.eq(channel.code()))
                .and(STATE.PURPOSE_ID.eq(purpose))
                .forEach(row -> byCustomer
                        .computeIfAbsent(row.value1(), number -> new ArrayList<>())
                        .add(new Candidate(
                                new Key(row.value2(), channel, purpose),
                                new State(row.value3(), row.value4(), row.value5()),
                                row.value6())));
        var rights = new HashMap<Integer, Right>();
        byCustomer.forEach((customer, candidates) -> rights.put(customer, right(candidates)));
        return rights;
    }

    /** What holds by each of the subjects. */
    Map<Long, StateRecord> of(Collection<Long> subjects, Channel channel, int purpose) {
        return dsl.select(STATE.fields())
                .from(STATE)
                .where(STATE.SUBJECT_NUMBER.eq(DSL.any(subjects.toArray(Long[]::new))))
                .and(STATE.CHANNEL.eq(channel.code()))
                .and(STATE.PURPOSE_ID.eq(purpose))
                .fetchInto(STATE)
                .intoMap(STATE.SUBJECT_NUMBER);
    }

    /** All that holds by the subjects. */
    List<Candidate> all(Collection<Long> subjects) {
        return dsl.select(STATE.fields())
                .from(STATE)
                .where(STATE.SUBJECT_NUMBER.eq(DSL.any(subjects.toArray(Long[]::new))))
                .orderBy(STATE.ID)
                .fetchInto(STATE)
                .map(row -> new Candidate(
                        new Key(
                                row.getSubjectNumber(),
                                Channel.valueOf(row.getChannel().toUpperCase(Locale.ROOT)),
                                row.getPurposeId()),
                        new State(row.getGranted(), row.getImported(), row.getGivenAt()),
                        row.getEvidenceId()));
    }

    /** Takes back what the subjects say: as if they had never spoken. */
    void remove(Collection<Long> subjects, Channel channel, int purpose) {
        dsl.deleteFrom(STATE)
                .where(STATE.SUBJECT_NUMBER.eq(DSL.any(subjects.toArray(Long[]::new))))
                .and(STATE.CHANNEL.eq(channel.code()))
                .and(STATE.PURPOSE_ID.eq(purpose))
                .execute();
    }

    private static Right right(List<Candidate> candidates) {
        var best = fold(candidates);
        return new Right(best.state.granted() ? Standing.GRANTED : Standing.WITHDRAWN, best.evidenceId);
    }

    /** The subjects' states add up by the same rule as the evidence of one subject. */
    static Candidate fold(List<Candidate> candidates) {
        var best = candidates.getFirst();
        for (Candidate next : candidates) if (best.state.yieldsTo(next.state)) best = next;
        return best;
    }

    /** Lets each candidate take the place of what held, where the rule says so; tells what changed. */
    List<ConsentChanged.Change> apply(List<Candidate> candidates) {
        var byKey = new HashMap<Key, List<Candidate>>();
        for (Candidate one : candidates)
            byKey.computeIfAbsent(one.key, key -> new ArrayList<>()).add(one);
        var folded = byKey.values().stream()
                .map(StateStore::fold)
                .sorted(Comparator.comparing(Candidate::key))
                .toList();
        var input = input(folded);
        return dsl.insertInto(
                        STATE,
                        STATE.SUBJECT_NUMBER,
                        STATE.CHANNEL,
                        STATE.PURPOSE_ID,
                        STATE.GRANTED,
                        STATE.IMPORTED,
                        STATE.EVIDENCE_ID,
                        STATE.GIVEN_AT)
                .select(select(
                                input.<Long>field("subject_number"),
                                input.<String>field("channel"),
                                input.<Integer>field("purpose_id"),
                                input.<Boolean>field("granted"),
                                input.<Boolean>field("imported"),
                                input.<Long>field("evidence_id"),
                                input.<Instant>field("given_at"))
                        .from(input.table()))
                .onConflict(STATE.SUBJECT_NUMBER, STATE.CHANNEL, STATE.PURPOSE_ID)
                .doUpdate()
                .set(STATE.GRANTED, DSL.excluded(STATE.GRANTED))
                .set(STATE.IMPORTED, DSL.excluded(STATE.IMPORTED))
                .set(STATE.EVIDENCE_ID, DSL.excluded(STATE.EVIDENCE_ID))
                .set(STATE.GIVEN_AT, DSL.excluded(STATE.GIVEN_AT))
                .where(yields())
                .returningResult(STATE.SUBJECT_NUMBER, STATE.CHANNEL, STATE.PURPOSE_ID, STATE.GRANTED)
                .fetch(row -> new ConsentChanged.Change(
                        row.value1(),
                        Channel.valueOf(row.value2().toUpperCase(Locale.ROOT)),
                        row.value3(),
                        row.value4()));
    }

    /** {@link State#yieldsTo} as a condition, so that two writers at once come to the same end. */
    private static Condition yields() {
        var granted = condition(STATE.GRANTED);
        var imported = condition(STATE.IMPORTED);
        var nextGranted = condition(DSL.excluded(STATE.GRANTED));
        var nextImported = condition(DSL.excluded(STATE.IMPORTED));
        var later = DSL.excluded(STATE.GIVEN_AT).gt(STATE.GIVEN_AT);
        var notEarlier = DSL.excluded(STATE.GIVEN_AT).ge(STATE.GIVEN_AT);
        var toWithdrawal = granted.and(imported.or(notEarlier)).or(granted.not().and(later));
        var toImportedGrant = granted.and(imported).and(later);
        var toOwnGrant = granted.and(imported).or(later);
        return nextGranted
                .not()
                .and(toWithdrawal)
                .or(nextGranted.and(nextImported).and(toImportedGrant))
                .or(nextGranted.and(nextImported.not()).and(toOwnGrant));
    }

    private static Batch<Candidate> input(List<Candidate> candidates) {
        return Batch.of("input", candidates)
                .column("subject_number", BIGINT, one -> one.key.subject)
                .column("channel", VARCHAR, one -> one.key.channel.code())
                .column("purpose_id", INTEGER, one -> one.key.purpose)
                .column("granted", BOOLEAN, one -> one.state.granted())
                .column("imported", BOOLEAN, one -> one.state.imported())
                .column("evidence_id", BIGINT, Candidate::evidenceId)
                .column("given_at", INSTANT, one -> one.state.givenAt());
    }
}
