package regulars.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.JSONB;
import static org.jooq.impl.SQLDataType.UUID;
import static schema.customers.Tables.SOURCE_RECORD;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import regulars.kernel.Batch;

/** What sources said: appended, never changed. */
@Repository
class RecordStore {
    private static final long INTAKE_LOCK = 0x696e74616b65L; // "intake"

    private final DSLContext dsl;

    RecordStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** That a source said something about a subject. */
    record Said(long subject, java.util.UUID hash) {}

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
        var places = IntStream.range(0, entries.size()).boxed().toList();
        var input = Batch.of("input", places)
                .column("place", INTEGER, place -> place)
                .column("subject", BIGINT, place -> entries.get(place).subject())
                .column(
                        "data",
                        JSONB,
                        place -> org.jooq.JSONB.valueOf(entries.get(place).data()))
                .column("hash", UUID, place -> entries.get(place).hash());
        return dsl
                .insertInto(
                        SOURCE_RECORD,
                        SOURCE_RECORD.SOURCE_ID,
                        SOURCE_RECORD.SUBJECT_NUMBER,
                        SOURCE_RECORD.IMPORT_ID,
                        SOURCE_RECORD.DATA,
                        SOURCE_RECORD.DATA_HASH,
                        SOURCE_RECORD.RECEIVED_AT)
                .select(select(
                                val(origin.sourceId()),
                                input.<Long>field("subject"),
                                val(origin.importId()),
                                input.<org.jooq.JSONB>field("data"),
                                input.<java.util.UUID>field("hash"),
                                val(now))
                        .from(input.table())
                        .orderBy(input.<Integer>field("place")))
                .returningResult(SOURCE_RECORD.ID)
                .fetch(SOURCE_RECORD.ID)
                .stream()
                .sorted() // ids are given in the order of the places
                .toList();
    }
}
