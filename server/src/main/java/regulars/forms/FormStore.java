package regulars.forms;

import static schema.forms.Tables.FORM;
import static schema.forms.Tables.SUBMISSION;
import static schema.forms.Tables.VERSION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Forms and their published versions. */
@Repository
class FormStore {
    private final DSLContext dsl;

    FormStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** False when the address is another form's. */
    boolean add(FormView form) {
        return dsl.insertInto(FORM)
                        .set(FORM.ID, form.id())
                        .set(FORM.SLUG, form.slug())
                        .set(FORM.NAME, form.name())
                        .set(FORM.DRAFT, json(form.draft()))
                        .set(FORM.CREATED_AT, form.changedAt())
                        .set(FORM.CHANGED_AT, form.changedAt())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** False when somebody changed it meanwhile. */
    boolean change(UUID id, int base, String name, FormDefinition draft, Instant now) {
        return dsl.update(FORM)
                        .set(FORM.NAME, name)
                        .set(FORM.DRAFT, json(draft))
                        .set(FORM.REVISION, base + 1)
                        .set(FORM.CHANGED_AT, now)
                        .where(FORM.ID.eq(id))
                        .and(FORM.REVISION.eq(base))
                        .execute()
                == 1;
    }

    void archive(UUID id, @Nullable Instant at) {
        dsl.update(FORM).set(FORM.ARCHIVED_AT, at).where(FORM.ID.eq(id)).execute();
    }

    void publish(UUID id, int version, FormDefinition definition, String actor, Instant now) {
        dsl.insertInto(VERSION)
                .set(VERSION.FORM_ID, id)
                .set(VERSION.VERSION_, version)
                .set(VERSION.DEFINITION, json(definition))
                .set(VERSION.ACTOR, actor)
                .set(VERSION.PUBLISHED_AT, now)
                .execute();
        dsl.update(FORM).set(FORM.PUBLISHED, version).where(FORM.ID.eq(id)).execute();
    }

    Optional<FormView> find(UUID id) {
        return one(FORM.ID.eq(id));
    }

    Optional<FormView> find(String slug) {
        return one(FORM.SLUG.eq(slug));
    }

    private Optional<FormView> one(Condition which) {
        return dsl.selectFrom(FORM).where(which).fetchOptional(FormStore::view);
    }

    /** Held to the end of the transaction, so that two publications do not take one number. */
    void lock(UUID id) {
        dsl.selectOne().from(FORM).where(FORM.ID.eq(id)).forUpdate().execute();
    }

    /** The newest first, after the given one. */
    List<FormLine> page(@Nullable UUID after, boolean archived, int limit) {
        var submissions = DSL.field(DSL.selectCount().from(SUBMISSION).where(SUBMISSION.FORM_ID.eq(FORM.ID)));
        return dsl.select(FORM.ID, FORM.SLUG, FORM.NAME, FORM.PUBLISHED, FORM.CHANGED_AT, submissions)
                .from(FORM)
                .where(archived ? FORM.ARCHIVED_AT.isNotNull() : FORM.ARCHIVED_AT.isNull())
                .and(after == null ? DSL.noCondition() : FORM.ID.lt(after))
                .orderBy(FORM.ID.desc())
                .limit(limit)
                .fetch(row -> new FormLine(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value6(), row.value5()));
    }

    Optional<FormVersion> version(UUID form, int version) {
        return dsl.selectFrom(VERSION)
                .where(VERSION.FORM_ID.eq(form))
                .and(VERSION.VERSION_.eq(version))
                .fetchOptional(FormStore::version);
    }

    /** The latest first. */
    List<FormVersion> versions(UUID form) {
        return dsl.selectFrom(VERSION)
                .where(VERSION.FORM_ID.eq(form))
                .orderBy(VERSION.VERSION_.desc())
                .fetch(FormStore::version);
    }

    private static FormVersion version(Record row) {
        return new FormVersion(
                row.get(VERSION.VERSION_),
                definition(row.get(VERSION.DEFINITION)),
                row.get(VERSION.ACTOR),
                row.get(VERSION.PUBLISHED_AT));
    }

    private static FormView view(Record row) {
        return new FormView(
                row.get(FORM.ID),
                row.get(FORM.SLUG),
                row.get(FORM.NAME),
                row.get(FORM.REVISION),
                row.get(FORM.PUBLISHED),
                row.get(FORM.ARCHIVED_AT) != null,
                definition(row.get(FORM.DRAFT)),
                row.get(FORM.CHANGED_AT));
    }

    private static JSONB json(FormDefinition definition) {
        return JSONB.valueOf(JsonMapper.shared().writeValueAsString(definition));
    }

    private static FormDefinition definition(JSONB json) {
        return JsonMapper.shared().readValue(json.data(), FormDefinition.class);
    }
}
