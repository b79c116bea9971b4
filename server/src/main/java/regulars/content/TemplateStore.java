package regulars.content;

import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static schema.content.Tables.TEMPLATE;
import static schema.content.Tables.TEMPLATE_VERSION;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The only code that touches the tables of schema {@code content}. */
@Repository
class TemplateStore {
    private final DSLContext dsl;

    TemplateStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    void insert(UUID id, TemplateDraft draft, String author, Instant now) {
        dsl.insertInto(TEMPLATE)
                .set(TEMPLATE.ID, id)
                .set(TEMPLATE.VERSION, 1)
                .set(TEMPLATE.NAME, draft.name())
                .set(TEMPLATE.CREATED_AT, now)
                .set(TEMPLATE.UPDATED_AT, now)
                .execute();
        append(id, 1, draft, author, now);
    }

    /** Answers false when somebody else saved a version after {@code base}. */
    boolean appendAfter(UUID id, int base, TemplateDraft draft, String author, Instant now) {
        int moved = dsl.update(TEMPLATE)
                .set(TEMPLATE.VERSION, base + 1)
                .set(TEMPLATE.NAME, draft.name())
                .set(TEMPLATE.UPDATED_AT, now)
                .where(TEMPLATE.ID.eq(id))
                .and(TEMPLATE.VERSION.eq(base))
                .execute();
        if (moved == 1) append(id, base + 1, draft, author, now);
        return moved == 1;
    }

    private void append(UUID id, int version, TemplateDraft draft, String author, Instant now) {
        dsl.insertInto(TEMPLATE_VERSION)
                .set(TEMPLATE_VERSION.TEMPLATE_ID, id)
                .set(TEMPLATE_VERSION.VERSION, version)
                .set(TEMPLATE_VERSION.NAME, draft.name())
                .set(TEMPLATE_VERSION.TYPE, draft.type().code())
                .set(TEMPLATE_VERSION.LANGUAGE, draft.language())
                .set(TEMPLATE_VERSION.SUBJECT, draft.subject())
                .set(TEMPLATE_VERSION.PREHEADER, draft.preheader())
                .set(TEMPLATE_VERSION.FORMAT, draft.format().code())
                .set(TEMPLATE_VERSION.BODY, draft.body())
                .set(TEMPLATE_VERSION.TEXT_BODY, draft.text())
                .set(TEMPLATE_VERSION.AUTHOR, author)
                .set(TEMPLATE_VERSION.CREATED_AT, now)
                .execute();
    }

    void archive(UUID id, boolean archived, Instant now) {
        dsl.update(TEMPLATE)
                .set(TEMPLATE.ARCHIVED, archived)
                .set(TEMPLATE.UPDATED_AT, now)
                .where(TEMPLATE.ID.eq(id))
                .execute();
    }

    /** The given version, or the last one. */
    Optional<TemplateView> find(UUID id, @Nullable Integer version) {
        return dsl.select()
                .from(TEMPLATE)
                .join(TEMPLATE_VERSION)
                .on(TEMPLATE_VERSION.TEMPLATE_ID.eq(TEMPLATE.ID))
                .where(TEMPLATE.ID.eq(id))
                .and(
                        version == null
                                ? TEMPLATE_VERSION.VERSION.eq(TEMPLATE.VERSION)
                                : TEMPLATE_VERSION.VERSION.eq(version))
                .fetchOptional(TemplateStore::view);
    }

    /** Newest first; {@code after} is the last id of the page before. */
    List<TemplateView> page(@Nullable UUID after, @Nullable String search, boolean archived, int limit) {
        return dsl.select()
                .from(TEMPLATE)
                .join(TEMPLATE_VERSION)
                .on(TEMPLATE_VERSION.TEMPLATE_ID.eq(TEMPLATE.ID), TEMPLATE_VERSION.VERSION.eq(TEMPLATE.VERSION))
                .where(TEMPLATE.ARCHIVED.eq(archived))
                .and(after == null ? noCondition() : TEMPLATE.ID.lt(after))
                .and(
                        search == null || search.isBlank()
                                ? noCondition()
                                : lower(TEMPLATE.NAME).contains(search.strip().toLowerCase(Locale.ROOT)))
                .orderBy(TEMPLATE.ID.desc())
                .limit(limit)
                .fetch(TemplateStore::view);
    }

    private static TemplateView view(Record row) {
        var draft = new TemplateDraft(
                row.get(TEMPLATE_VERSION.NAME),
                MessageType.valueOf(row.get(TEMPLATE_VERSION.TYPE).toUpperCase(Locale.ROOT)),
                row.get(TEMPLATE_VERSION.LANGUAGE),
                row.get(TEMPLATE_VERSION.SUBJECT),
                row.get(TEMPLATE_VERSION.PREHEADER),
                TemplateFormat.valueOf(row.get(TEMPLATE_VERSION.FORMAT).toUpperCase(Locale.ROOT)),
                row.get(TEMPLATE_VERSION.BODY),
                row.get(TEMPLATE_VERSION.TEXT_BODY));
        return new TemplateView(
                row.get(TEMPLATE.ID),
                row.get(TEMPLATE_VERSION.VERSION),
                row.get(TEMPLATE.ARCHIVED),
                draft,
                row.get(TEMPLATE_VERSION.AUTHOR),
                row.get(TEMPLATE.CREATED_AT),
                row.get(TEMPLATE.UPDATED_AT));
    }
}
