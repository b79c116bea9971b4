package regulars.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.customers.Tables.FILE;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Files about people; lists never read the contents. */
@Repository
class CustomerFileStore {
    private static final TimelineQuestion.Source<UUID> ENTRIES =
            new TimelineQuestion.Source<>(FILE, FILE.SUBJECT_NUMBER, FILE.AT, FILE.ID);

    private final DSLContext dsl;

    CustomerFileStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** A file without its content. */
    record CustomerFile(UUID id, String name, int size, Instant at) {}

    void add(CustomerFile file, long subject, byte[] content, String actor) {
        dsl.insertInto(FILE)
                .set(FILE.ID, file.id())
                .set(FILE.SUBJECT_NUMBER, subject)
                .set(FILE.NAME, file.name())
                .set(FILE.SIZE, file.size())
                .set(FILE.CONTENT, content)
                .set(FILE.ACTOR, actor)
                .set(FILE.AT, file.at())
                .execute();
    }

    /** Those in use, the latest first. */
    List<CustomerFile> of(Collection<Long> subjects) {
        return dsl.select(FILE.ID, FILE.NAME, FILE.SIZE, FILE.AT)
                .from(FILE)
                .where(FILE.SUBJECT_NUMBER.eq(any(subjects.toArray(Long[]::new))))
                .and(FILE.DELETED_AT.isNull())
                .orderBy(FILE.AT.desc(), FILE.ID.desc())
                .fetch(row -> new CustomerFile(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    int count(Collection<Long> subjects) {
        var own = FILE.SUBJECT_NUMBER.eq(any(subjects.toArray(Long[]::new)));
        return dsl.fetchCount(FILE, own.and(FILE.DELETED_AT.isNull()));
    }

    /** The name and the content of one in use; null when the customer has no such file. */
    Map.@Nullable Entry<String, byte[]> content(Collection<Long> subjects, UUID id) {
        return dsl.select(FILE.NAME, FILE.CONTENT)
                .from(FILE)
                .where(FILE.ID.eq(id))
                .and(FILE.SUBJECT_NUMBER.eq(any(subjects.toArray(Long[]::new))))
                .and(FILE.DELETED_AT.isNull())
                .fetchOne(row -> Map.entry(row.value1(), row.value2()));
    }

    /** Removes, or brings back with a null; false when the customer has no such file. */
    boolean markDeleted(Collection<Long> subjects, UUID id, @Nullable Instant at) {
        return dsl.update(FILE)
                        .set(FILE.DELETED_AT, at)
                        .where(FILE.ID.eq(id))
                        .and(FILE.SUBJECT_NUMBER.eq(any(subjects.toArray(Long[]::new))))
                        .execute()
                > 0;
    }

    List<TimelineEntry> entries(TimelineQuestion question) {
        var id = FILE.ID.cast(VARCHAR).collate("C");
        var text = question.text();
        var mentioned = text == null ? noCondition() : FILE.NAME.containsIgnoreCase(text);
        return dsl.select(FILE.ID, FILE.NAME, FILE.SIZE, FILE.AT)
                .from(FILE)
                .where(question.newest(ENTRIES, FILE.DELETED_AT.isNull().and(mentioned)))
                .orderBy(FILE.AT.desc(), id)
                .limit(question.limit())
                .fetch(row ->
                        new TimelineEntry(row.value4(), "file", row.value1().toString(), Map.of("name", row.value2())));
    }
}
