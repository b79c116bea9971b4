package regulars.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.customers.Tables.NOTE;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Notes about people. */
@Repository
class NoteStore {
    private static final TimelineQuestion.Source<UUID> ENTRIES =
            new TimelineQuestion.Source<>(NOTE, NOTE.SUBJECT_NUMBER, NOTE.AT, NOTE.ID);

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

    List<TimelineEntry> entries(TimelineQuestion question) {
        var id = NOTE.ID.cast(VARCHAR).collate("C");
        var text = question.text();
        var mentioned = text == null ? noCondition() : NOTE.BODY.containsIgnoreCase(text);
        return dsl.select(NOTE.ID, NOTE.BODY, NOTE.AT)
                .from(NOTE)
                .where(question.newest(ENTRIES, NOTE.DELETED_AT.isNull().and(mentioned)))
                .orderBy(NOTE.AT.desc(), id)
                .limit(question.limit())
                .fetch(row ->
                        new TimelineEntry(row.value3(), "note", row.value1().toString(), Map.of("body", row.value2())));
    }
}
