package regulars.sources;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static schema.sources.Tables.FILE;
import static schema.sources.Tables.IMPORT;
import static schema.sources.Tables.IMPORT_ERROR;
import static schema.sources.Tables.TRAIL;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import schema.sources.tables.records.ImportRecord;

/** What imports took, in blocks of rows. */
@Repository
class TrailStore {
    /** Files of these kinds change the same things, so that one makes the trail of another worthless. */
    private static final Set<ImportKind> OF_ORDERS =
            EnumSet.of(ImportKind.ORDERS, ImportKind.LINES, ImportKind.PAYMENTS);

    private static final int BLOCKS_AT_ONCE = 16;

    private final DSLContext dsl;

    TrailStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    record Entry(byte[] hash, Trail.Mark mark) {}

    /** The import whose trail this one may follow: the last that wrote such things, if it read its file the same way. */
    @Nullable
    UUID before(ImportRecord stored, String reading) {
        var kind = ImportKind.of(stored.getKind());
        var kinds = OF_ORDERS.contains(kind) ? OF_ORDERS : EnumSet.of(kind);
        var last = dsl.select(IMPORT.ID, IMPORT.KIND, IMPORT.READING)
                .from(IMPORT)
                .where(lower(IMPORT.SOURCE_NAME).eq(stored.getSourceName().toLowerCase(Locale.ROOT)))
                .and(IMPORT.KIND.in(kinds.stream().map(ImportKind::code).toList()))
                .and(IMPORT.DRY_RUN.isFalse())
                .and(IMPORT.PLACE.lt(stored.getPlace()))
                .and(IMPORT.CREATED
                        .plus(IMPORT.UPDATED)
                        .plus(IMPORT.NEW_CUSTOMERS)
                        .gt(0L))
                .orderBy(IMPORT.PLACE.desc())
                .limit(1)
                .fetchOne();
        if (last == null || !last.value2().equals(stored.getKind())) return null;
        return reading.equals(last.value3()) ? last.value1() : null;
    }

    /**
     * The import, when the trail it left is all there is to say about the file of another: the same bytes in the same
     * form, read to the end; each row of them either stands in the trail or could not be told apart as a row at all,
     * which no state of the base changes.
     */
    @Nullable
    ImportRecord whole(UUID id, ImportRecord like) {
        var file = FILE.as("file");
        var other = FILE.as("other");
        return dsl.select(IMPORT.fields())
                .from(IMPORT)
                .join(file)
                .on(file.ID.eq(IMPORT.FILE_ID))
                .join(other)
                .on(other.SHA256.eq(file.SHA256))
                .and(other.FORM.eq(file.FORM))
                .where(IMPORT.ID.eq(id))
                .and(other.ID.eq(like.getFileId()))
                .and(IMPORT.FINISHED_AT.isNotNull())
                .and(condition(
                        "{0} -> 'form' is not distinct from {1} -> 'form'", IMPORT.REQUEST, val(like.getRequest())))
                .and(IMPORT.CELLS_LEFT_OUT.eq(0L))
                .and(IMPORT.REJECTED.eq(brokenRows()))
                .and(IMPORT.ROWS_READ.minus(IMPORT.REJECTED).eq(entries()))
                .fetchOneInto(IMPORT);
    }

    private static Field<Long> brokenRows() {
        return field(select(count().cast(BIGINT))
                .from(IMPORT_ERROR)
                .where(IMPORT_ERROR.IMPORT_ID.eq(IMPORT.ID))
                .and(IMPORT_ERROR.CODE.eq(SourcesFault.ROW_MALFORMED.name())));
    }

    private static Field<Long> entries() {
        return field(select(sum(field("octet_length({0})", BIGINT, TRAIL.ENTRIES))
                        .cast(BIGINT)
                        .div((long) Trail.ENTRY))
                .from(TRAIL)
                .where(TRAIL.IMPORT_ID.eq(IMPORT.ID)));
    }

    void reading(UUID id, String reading) {
        dsl.update(IMPORT).set(IMPORT.READING, reading).where(IMPORT.ID.eq(id)).execute();
    }

    byte @Nullable [] block(UUID id, int number) {
        return dsl.select(TRAIL.ENTRIES)
                .from(TRAIL)
                .where(TRAIL.IMPORT_ID.eq(id))
                .and(TRAIL.BLOCK.eq(number))
                .fetchOne(TRAIL.ENTRIES);
    }

    /** Some blocks in their order; none behind the last. */
    List<byte[]> blocks(UUID id, int from) {
        return dsl.select(TRAIL.ENTRIES)
                .from(TRAIL)
                .where(TRAIL.IMPORT_ID.eq(id))
                .and(TRAIL.BLOCK.ge(from))
                .orderBy(TRAIL.BLOCK)
                .limit(BLOCKS_AT_ONCE)
                .fetch(TRAIL.ENTRIES);
    }

    /** The number of the block to come, 0 when there is none yet. */
    int blocks(UUID id) {
        return dsl.select(coalesce(max(TRAIL.BLOCK), val(-1)))
                        .from(TRAIL)
                        .where(TRAIL.IMPORT_ID.eq(id))
                        .fetchSingle()
                        .value1()
                + 1;
    }

    void add(UUID id, int number, List<Entry> entries) {
        var bytes = ByteBuffer.allocate(entries.size() * Trail.ENTRY);
        for (Entry entry : entries) {
            bytes.put(entry.hash())
                    .putInt(entry.mark().customer())
                    .putInt(entry.mark().order());
        }
        dsl.insertInto(TRAIL, TRAIL.IMPORT_ID, TRAIL.BLOCK, TRAIL.ENTRIES)
                .values(id, number, bytes.array())
                .execute();
    }

    /** Begins the trail of one import with the first entries of another's; tells the number of the block to come. */
    int copy(UUID from, UUID to, long entries) {
        long left = entries * Trail.ENTRY;
        int number = 0;
        while (left > 0) {
            var block = block(from, number);
            if (block == null) break;
            var kept = block.length <= left ? block : Arrays.copyOf(block, (int) left);
            dsl.insertInto(TRAIL, TRAIL.IMPORT_ID, TRAIL.BLOCK, TRAIL.ENTRIES)
                    .values(to, number, kept)
                    .execute();
            left -= kept.length;
            number++;
        }
        return number;
    }

    /** The trails of earlier imports like this one, which nobody will follow any more. */
    void forgetOlder(ImportRecord stored) {
        dsl.deleteFrom(TRAIL)
                .where(TRAIL.IMPORT_ID.in(select(IMPORT.ID)
                        .from(IMPORT)
                        .where(lower(IMPORT.SOURCE_NAME)
                                .eq(stored.getSourceName().toLowerCase(Locale.ROOT)))
                        .and(IMPORT.KIND.eq(stored.getKind()))
                        .and(IMPORT.PLACE.lt(stored.getPlace()))))
                .execute();
    }

    /** Whatever came from the source goes the whole way again. */
    void forgetSource(ImportRecord stored) {
        dsl.update(IMPORT)
                .setNull(IMPORT.READING)
                .where(lower(IMPORT.SOURCE_NAME).eq(stored.getSourceName().toLowerCase(Locale.ROOT)))
                .execute();
    }
}
