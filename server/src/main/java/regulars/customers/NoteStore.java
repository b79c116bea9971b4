package regulars.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.customers.Tables.NOTE;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Notes about people. */
@Repository
class NoteStore {
    private final DSLContext dsl;

    NoteStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    record Note(UUID id, String body, String actor, Instant at) {}

    void add(Note note, long subject) {
        dsl.insertInto(NOTE)
                .set(NOTE.ID, note.id())
                .set(NOTE.SUBJECT_NUMBER, subject)
                .set(NOTE.BODY, note.body())
                .set(NOTE.ACTOR, note.actor())
                .set(NOTE.AT, note.at())
                .execute();
    }

    /** Deletes, or brings back with a null; false when the customer has no such note. */
    boolean markDeleted(Collection<Long> subjects, UUID id, @Nullable Instant at) {
        return dsl.update(NOTE)
                        .set(NOTE.DELETED_AT, at)
                        .where(NOTE.ID.eq(id))
                        .and(NOTE.SUBJECT_NUMBER.eq(any(subjects.toArray(Long[]::new))))
                        .execute()
                > 0;
    }

    List<Note> latest(TimelineQuestion question) {
        var id = NOTE.ID.cast(VARCHAR).collate("C");
        var text = question.text();
        return dsl.select(NOTE.ID, NOTE.BODY, NOTE.ACTOR, NOTE.AT)
                .from(NOTE)
                .where(NOTE.SUBJECT_NUMBER.eq(any(question.customer().subjects().toArray(Long[]::new))))
                .and(NOTE.DELETED_AT.isNull())
                .and(question.from().reached(NOTE.AT, id))
                .and(text == null ? noCondition() : NOTE.BODY.containsIgnoreCase(text))
                .orderBy(NOTE.AT.desc(), id)
                .limit(question.limit())
                .fetch(row -> new Note(row.value1(), row.value2(), row.value3(), row.value4()));
    }
}
