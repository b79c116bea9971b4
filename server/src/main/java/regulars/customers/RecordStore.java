package regulars.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static schema.customers.Tables.SOURCE_RECORD;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import regulars.kernel.Batch;
import regulars.kernel.Identities;

/** What sources said: appended, never changed. */
@Repository
class RecordStore {
    private static final long INTAKE_LOCK = 0x696e74616b65L; // "intake"

    private final DSLContext dsl;

    RecordStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** That a source said something about a subject. */
    record Said(long subject, UUID hash) {}

    /** Held to the end of the transaction, so that two files at once cannot both make the same new person. */
    void oneWriterAtATime() {
        dsl.query("select pg_advisory_xact_lock({0})", val(INTAKE_LOCK)).execute();
    }

    /** All that the last file of the source said about each of the subjects, or its last word when that was by hand. */
    Set<Said> lastHashes(int source, List<Long> subjects) {
        var last = SOURCE_RECORD.as("last");
        var wanted = subjects.stream().distinct().toArray(Long[]::new);
        var latest = select(last.SUBJECT_NUMBER, last.ID, last.IMPORT_ID)
                .distinctOn(last.SUBJECT_NUMBER)
                .from(last)
                .where(last.SUBJECT_NUMBER.eq(any(wanted)))
                .and(last.SOURCE_ID.eq(source))
                .and(last.UNDONE_AT.isNull())
                .orderBy(last.SUBJECT_NUMBER, last.ID.desc())
                .asTable("latest");
        return new HashSet<>(dsl.select(SOURCE_RECORD.SUBJECT_NUMBER, SOURCE_RECORD.DATA_HASH)
                .from(latest)
                .join(SOURCE_RECORD)
                .on(SOURCE_RECORD.SUBJECT_NUMBER.eq(latest.field(last.SUBJECT_NUMBER)))
                .where(SOURCE_RECORD.SOURCE_ID.eq(source))
                .and(SOURCE_RECORD.UNDONE_AT.isNull())
                .and(SOURCE_RECORD
                        .ID
                        .eq(latest.field(last.ID))
                        .or(SOURCE_RECORD.IMPORT_ID.eq(latest.field(last.IMPORT_ID))))
                .fetch(row -> new Said(row.value1(), row.value2())));
    }

    /** The ids of the records, in their order. */
    List<Long> append(Origin origin, List<IntakeEntry> entries, Instant now) {
        var ids = Identities.next(dsl, SOURCE_RECORD.ID, entries.size());
        var places = IntStream.range(0, entries.size()).boxed().toList();
        Batch.of("input", places)
                .column(SOURCE_RECORD.ID, place -> ids[place])
                .column(SOURCE_RECORD.SOURCE_ID, place -> origin.sourceId())
                .column(
                        SOURCE_RECORD.SUBJECT_NUMBER,
                        place -> entries.get(place).subject())
                .column(SOURCE_RECORD.IMPORT_ID, place -> origin.importId())
                .column(
                        SOURCE_RECORD.DATA,
                        place -> JSONB.valueOf(entries.get(place).data()))
                .column(SOURCE_RECORD.DATA_HASH, place -> entries.get(place).hash())
                .column(SOURCE_RECORD.RECEIVED_AT, place -> now)
                .column(
                        SOURCE_RECORD.ACTOR,
                        place -> origin.importId() == null ? origin.actor().toString() : null)
                .copyInto(dsl, SOURCE_RECORD);
        return Arrays.stream(ids).boxed().toList();
    }
}
