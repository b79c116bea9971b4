package regulars.forms;

import static schema.forms.Tables.CONFIRMATION;
import static schema.forms.Tables.SUBMISSION;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The addresses that are to confirm what was asked for in their name. */
@Repository
class ConfirmationStore {
    private final DSLContext dsl;

    ConfirmationStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    record Confirmation(
            UUID id,
            UUID submission,
            long subject,
            String address,
            Instant wantedAt,
            @Nullable Instant confirmedAt) {}

    void add(UUID id, UUID submission, long subject, String address, Instant now) {
        dsl.insertInto(CONFIRMATION)
                .set(CONFIRMATION.ID, id)
                .set(CONFIRMATION.SUBMISSION_ID, submission)
                .set(CONFIRMATION.SUBJECT_NUMBER, subject)
                .set(CONFIRMATION.ADDRESS, address)
                .set(CONFIRMATION.WANTED_AT, now)
                .execute();
    }

    /** How many letters the subject was asked by since then. */
    int since(long subject, Instant since) {
        return dsl.fetchCount(
                CONFIRMATION, CONFIRMATION.SUBJECT_NUMBER.eq(subject).and(CONFIRMATION.WANTED_AT.gt(since)));
    }

    List<Confirmation> unsent(int limit) {
        return dsl.selectFrom(CONFIRMATION)
                .where(CONFIRMATION.LETTER_AT.isNull())
                .orderBy(CONFIRMATION.WANTED_AT)
                .limit(limit)
                .fetch(ConfirmationStore::of);
    }

    void sent(UUID id, Instant now) {
        dsl.update(CONFIRMATION)
                .set(CONFIRMATION.LETTER_AT, now)
                .where(CONFIRMATION.ID.eq(id))
                .execute();
    }

    Optional<Confirmation> find(UUID id) {
        return dsl.selectFrom(CONFIRMATION).where(CONFIRMATION.ID.eq(id)).fetchOptional(ConfirmationStore::of);
    }

    /** False when it was confirmed before. */
    boolean confirm(UUID id, Instant now) {
        return dsl.update(CONFIRMATION)
                        .set(CONFIRMATION.CONFIRMED_AT, now)
                        .where(CONFIRMATION.ID.eq(id))
                        .and(CONFIRMATION.CONFIRMED_AT.isNull())
                        .execute()
                == 1;
    }

    /** Of the submissions that wait or waited for one: when it came, and null while it has not. */
    Map<UUID, Optional<Instant>> of(Collection<UUID> submissions) {
        return dsl.select(SUBMISSION.ID, CONFIRMATION.CONFIRMED_AT)
                .from(CONFIRMATION)
                .join(SUBMISSION)
                .on(SUBMISSION.ID.eq(CONFIRMATION.SUBMISSION_ID))
                .where(SUBMISSION.ID.in(submissions))
                .fetchMap(SUBMISSION.ID, row -> Optional.ofNullable(row.value2()));
    }

    private static Confirmation of(Record row) {
        return new Confirmation(
                row.get(CONFIRMATION.ID),
                row.get(CONFIRMATION.SUBMISSION_ID),
                row.get(CONFIRMATION.SUBJECT_NUMBER),
                row.get(CONFIRMATION.ADDRESS),
                row.get(CONFIRMATION.WANTED_AT),
                row.get(CONFIRMATION.CONFIRMED_AT));
    }
}
