package regulars.sources;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.val;
import static schema.sources.Tables.FILE;
import static schema.sources.Tables.IMPORT;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import regulars.sources.files.FileForm;
import schema.sources.tables.records.FileRecord;
import tools.jackson.databind.json.JsonMapper;

/** What is known of uploaded files. */
@Repository
class UploadStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext dsl;

    UploadStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    void add(FilePreview preview, long lines, String sha256, String actor, Instant now) {
        dsl.insertInto(FILE)
                .set(FILE.ID, preview.fileId())
                .set(FILE.NAME, preview.name())
                .set(FILE.SHA256, sha256)
                .set(FILE.BYTES, preview.bytes())
                .set(FILE.LINE_COUNT, Math.max(lines, preview.rows()))
                .set(FILE.FORM, JSONB.valueOf(JSON.writeValueAsString(preview.form())))
                .set(FILE.HEADER, JSONB.valueOf(JSON.writeValueAsString(preview.header())))
                .set(FILE.ACTOR, actor)
                .set(FILE.CREATED_AT, now)
                .execute();
    }

    Optional<FileRecord> find(UUID id) {
        return dsl.selectFrom(FILE).where(FILE.ID.eq(id)).fetchOptional();
    }

    Map<UUID, FileRecord> find(Collection<UUID> ids) {
        return dsl.selectFrom(FILE).where(FILE.ID.in(ids)).fetchMap(FILE.ID);
    }

    /** Of the last import of a file with these columns, in this order; the trial runs are nobody's choice. */
    Optional<NewImportFile> lastChoices(List<String> header) {
        var wanted = val(JSONB.valueOf(JSON.writeValueAsString(header)));
        return dsl.select(IMPORT.REQUEST)
                .from(IMPORT)
                .join(FILE)
                .on(FILE.ID.eq(IMPORT.FILE_ID))
                .where(condition("md5({0}::text) = md5({1}::text)", FILE.HEADER, wanted))
                .and(IMPORT.DRY_RUN.isFalse())
                .orderBy(IMPORT.ID.desc())
                .limit(1)
                .fetchOptional(row -> JSON.readValue(row.value1().data(), NewImportFile.class));
    }

    /** The columns as the import that is begun reads them. */
    void header(UUID id, List<String> header) {
        dsl.update(FILE)
                .set(FILE.HEADER, JSONB.valueOf(JSON.writeValueAsString(header)))
                .where(FILE.ID.eq(id))
                .execute();
    }

    static FileForm form(FileRecord stored) {
        return JSON.readValue(stored.getForm().data(), FileForm.class);
    }

    /** Files older than that which no unfinished import reads. */
    List<UUID> unused(Instant before) {
        return dsl.select(FILE.ID)
                .from(FILE)
                .where(FILE.CREATED_AT.lt(before))
                .andNotExists(dsl.selectOne()
                        .from(IMPORT)
                        .where(IMPORT.FILE_ID.eq(FILE.ID))
                        .and(IMPORT.FINISHED_AT.isNull())
                        .and(IMPORT.CREATED_AT.ge(before)))
                .fetch(FILE.ID);
    }
}
