package regulars.consent;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.SQLDataType.BLOB;
import static org.jooq.impl.SQLDataType.INSTANT;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.consent.Tables.EVIDENCE;
import static schema.consent.Tables.PURPOSE;
import static schema.consent.Tables.STATE;
import static schema.consent.Tables.SUPPRESSION;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import regulars.kernel.Batch;

/** What the journal beside the database is compared with. */
@Repository
class JournalStore {
    private static final int BATCH = 10_000;

    private final DSLContext dsl;

    JournalStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    Map<Integer, String> purposes() {
        return dsl.select(PURPOSE.ID, PURPOSE.CODE).from(PURPOSE).fetchMap(PURPOSE.ID, PURPOSE.CODE);
    }

    /** When the last evidence was written down. */
    Instant lastRecorded() {
        var last = dsl.select(EVIDENCE.RECORDED_AT)
                .from(EVIDENCE)
                .orderBy(EVIDENCE.ID.desc())
                .limit(1)
                .fetchOne(EVIDENCE.RECORDED_AT);
        return last == null ? Instant.EPOCH : last;
    }

    boolean isWithdrawn(long subject, String channel, String purpose) {
        return dsl.fetchExists(
                STATE.join(PURPOSE).on(PURPOSE.ID.eq(STATE.PURPOSE_ID)),
                STATE.SUBJECT_NUMBER
                        .eq(subject)
                        .and(STATE.CHANNEL.eq(channel))
                        .and(PURPOSE.CODE.eq(purpose))
                        .andNot(STATE.GRANTED));
    }

    /** Stops the addresses that are not; tells how many. */
    int add(List<StopLine> lines) {
        int added = 0;
        for (int from = 0; from < lines.size(); from += BATCH) {
            var batch = lines.subList(from, Math.min(from + BATCH, lines.size()));
            var input = Batch.of("input", batch)
                    .column("channel", VARCHAR, StopLine::channel)
                    .column("hash", BLOB, line -> HexFormat.of().parseHex(String.valueOf(line.address())))
                    .column("reason", VARCHAR, StopLine::reason)
                    .column("at", INSTANT, StopLine::at);
            added += dsl.insertInto(
                            SUPPRESSION,
                            SUPPRESSION.CHANNEL,
                            SUPPRESSION.ADDRESS_HASH,
                            SUPPRESSION.REASON,
                            SUPPRESSION.CREATED_AT)
                    .select(select(
                                    input.<String>field("channel"),
                                    input.<byte[]>field("hash"),
                                    input.<String>field("reason"),
                                    input.<Instant>field("at"))
                            .from(input.table()))
                    .onConflictDoNothing()
                    .execute();
        }
        return added;
    }
}
