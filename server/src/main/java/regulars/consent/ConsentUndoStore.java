package regulars.consent;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.consent.Tables.EVIDENCE;
import static schema.consent.Tables.STATE;
import static schema.consent.Tables.UNDONE_IMPORT;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;

/** Grants that came with imports which were undone. */
@Repository
class ConsentUndoStore {
    private static final Field<String> FILE = field("{0} ->> 'import'", VARCHAR, EVIDENCE.DETAILS);

    private final DSLContext dsl;

    ConsentUndoStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    void begin(UUID importId, Instant now) {
        dsl.insertInto(UNDONE_IMPORT, UNDONE_IMPORT.IMPORT_ID, UNDONE_IMPORT.UNDONE_AT)
                .values(importId, now)
                .onConflictDoNothing()
                .execute();
    }

    Set<StateStore.Key> dropGrants(UUID importId, Collection<Long> subjects) {
        return new HashSet<>(dsl.deleteFrom(STATE)
                .where(STATE.SUBJECT_NUMBER.eq(any(subjects.toArray(Long[]::new))))
                .and(STATE.GRANTED)
                .and(STATE.EVIDENCE_ID.in(select(EVIDENCE.ID)
                        .from(EVIDENCE)
                        .where(EVIDENCE.SUBJECT_NUMBER.eq(any(subjects.toArray(Long[]::new))))
                        .and(FILE.eq(importId.toString()))))
                .returningResult(STATE.SUBJECT_NUMBER, STATE.CHANNEL, STATE.PURPOSE_ID)
                .fetch(row -> new StateStore.Key(row.value1(), channel(row.value2()), row.value3())));
    }

    private static Channel channel(String code) {
        return Channel.valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** What else is proved for these, in the order it was recorded. */
    List<StateStore.Candidate> otherEvidence(Set<StateStore.Key> keys) {
        var subjects = keys.stream().map(StateStore.Key::subject).distinct().toArray(Long[]::new);
        return dsl
                .select(
                        EVIDENCE.ID,
                        EVIDENCE.SUBJECT_NUMBER,
                        EVIDENCE.CHANNEL,
                        EVIDENCE.PURPOSE_ID,
                        EVIDENCE.ACTION,
                        EVIDENCE.METHOD,
                        EVIDENCE.GIVEN_AT)
                .from(EVIDENCE)
                .where(EVIDENCE.SUBJECT_NUMBER.eq(any(subjects)))
                .and(EVIDENCE.ACTION
                        .eq("withdrawn")
                        .or(EVIDENCE.ACTION.eq("granted").and(notUndone())))
                .orderBy(EVIDENCE.ID)
                .fetch(row -> new StateStore.Candidate(
                        new StateStore.Key(row.value2(), channel(row.value3()), row.value4()),
                        new State(
                                row.value5().equals("granted"), row.value6().equals(NewEvidence.IMPORT), row.value7()),
                        row.value1()))
                .stream()
                .filter(candidate -> keys.contains(candidate.key()))
                .toList();
    }

    private static Condition notUndone() {
        return notExists(selectOne()
                .from(UNDONE_IMPORT)
                .where(UNDONE_IMPORT.IMPORT_ID.cast(VARCHAR).eq(FILE)));
    }

    Set<Long> speakers(Collection<Long> subjects) {
        return dsl.selectDistinct(EVIDENCE.SUBJECT_NUMBER)
                .from(EVIDENCE)
                .where(EVIDENCE.SUBJECT_NUMBER.eq(any(subjects.toArray(Long[]::new))))
                .and(notUndone())
                .fetchSet(EVIDENCE.SUBJECT_NUMBER);
    }
}
