package regulars.insight;

import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static schema.insight.Tables.OWN_MATRIX;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import schema.insight.tables.records.OwnMatrixRecord;

/** Names of matrices; their sides are kept as dated schemes. */
@Repository
class OwnMatrixStore {
    private final DSLContext dsl;

    OwnMatrixStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    record Named(UUID id, String name, boolean deleted) {}

    void add(UUID id, String name, String actor, Instant now) {
        dsl.insertInto(OWN_MATRIX)
                .set(OWN_MATRIX.ID, id)
                .set(OWN_MATRIX.NAME, name)
                .set(OWN_MATRIX.CREATED_BY, actor)
                .set(OWN_MATRIX.CREATED_AT, now)
                .execute();
    }

    void rename(UUID id, String name) {
        dsl.update(OWN_MATRIX)
                .set(OWN_MATRIX.NAME, name)
                .where(OWN_MATRIX.ID.eq(id))
                .execute();
    }

    /** @param at null brings it back */
    void delete(UUID id, @Nullable Instant at) {
        dsl.update(OWN_MATRIX)
                .set(OWN_MATRIX.DELETED_AT, at)
                .where(OWN_MATRIX.ID.eq(id))
                .execute();
    }

    boolean taken(String name, @Nullable UUID but) {
        return dsl.fetchExists(
                OWN_MATRIX,
                lower(OWN_MATRIX.NAME).eq(name.toLowerCase(Locale.ROOT)),
                OWN_MATRIX.DELETED_AT.isNull(),
                but == null ? noCondition() : OWN_MATRIX.ID.ne(but));
    }

    Optional<Named> find(UUID id) {
        return dsl.selectFrom(OWN_MATRIX).where(OWN_MATRIX.ID.eq(id)).fetchOptional(OwnMatrixStore::named);
    }

    /** The same, and nobody else changes it before this transaction ends. */
    Optional<Named> lock(UUID id) {
        return dsl.selectFrom(OWN_MATRIX)
                .where(OWN_MATRIX.ID.eq(id))
                .forUpdate()
                .fetchOptional(OwnMatrixStore::named);
    }

    /** By name. */
    List<Named> list() {
        return dsl.selectFrom(OWN_MATRIX)
                .where(OWN_MATRIX.DELETED_AT.isNull())
                .orderBy(lower(OWN_MATRIX.NAME), OWN_MATRIX.ID)
                .fetch(OwnMatrixStore::named);
    }

    private static Named named(OwnMatrixRecord row) {
        return new Named(row.getId(), row.getName(), row.getDeletedAt() != null);
    }
}
