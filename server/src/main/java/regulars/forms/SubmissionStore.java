package regulars.forms;

import static org.jooq.impl.DSL.any;
import static schema.forms.Tables.CONFIRMATION;
import static schema.forms.Tables.SUBMISSION;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.customers.KnownPerson;
import regulars.customers.PersonalData;
import regulars.customers.PersonalTable;
import tools.jackson.databind.json.JsonMapper;

/** What was submitted, and the addresses that are to confirm it. */
@Repository
class SubmissionStore implements PersonalData {
    private final DSLContext dsl;

    SubmissionStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** What is asked for by a page that was submitted before. */
    record Earlier(UUID id, UUID form, UUID hash) {}

    /** One as it is kept. @param consents the keys of the boxes that were ticked */
    record Kept(
            UUID id,
            UUID form,
            int version,
            UUID key,
            UUID hash,
            Map<String, String> answers,
            List<String> consents,
            Visit visit,
            @Nullable Long subject,
            String outcome,
            Instant at) {}

    Optional<Earlier> byKey(UUID key) {
        return dsl.select(SUBMISSION.ID, SUBMISSION.FORM_ID, SUBMISSION.ANSWERS_HASH)
                .from(SUBMISSION)
                .where(SUBMISSION.KEY.eq(key))
                .fetchOptional(row -> new Earlier(row.value1(), row.value2(), row.value3()));
    }

    /** Held to the end of the transaction: the same page twice at once is one after the other. */
    void lock(UUID key) {
        dsl.query("select pg_advisory_xact_lock({0})", DSL.val(key.getLeastSignificantBits()))
                .execute();
    }

    void add(Kept one) {
        dsl.insertInto(SUBMISSION)
                .set(SUBMISSION.ID, one.id())
                .set(SUBMISSION.FORM_ID, one.form())
                .set(SUBMISSION.VERSION, one.version())
                .set(SUBMISSION.KEY, one.key())
                .set(SUBMISSION.ANSWERS_HASH, one.hash())
                .set(SUBMISSION.ANSWERS, json(one.answers()))
                .set(SUBMISSION.CONSENTS, json(one.consents()))
                .set(SUBMISSION.LANGUAGE, one.visit().language())
                .set(SUBMISSION.VIA, one.visit().via())
                .set(SUBMISSION.PAGE, one.visit().page())
                .set(SUBMISSION.SUBJECT_NUMBER, one.subject())
                .set(SUBMISSION.OUTCOME, one.outcome())
                .set(SUBMISSION.AT, one.at())
                .execute();
    }

    /** The newest first, after the given one. */
    List<Kept> page(UUID form, @Nullable UUID after, int limit) {
        var last = after == null
                ? null
                : dsl.select(SUBMISSION.AT)
                        .from(SUBMISSION)
                        .where(SUBMISSION.ID.eq(after))
                        .fetchOne(SUBMISSION.AT);
        var older = last == null
                ? DSL.noCondition()
                : DSL.row(SUBMISSION.AT, SUBMISSION.ID).lt(last, after);
        return dsl.selectFrom(SUBMISSION)
                .where(SUBMISSION.FORM_ID.eq(form))
                .and(older)
                .orderBy(SUBMISSION.AT.desc(), SUBMISSION.ID.desc())
                .limit(limit)
                .fetch(SubmissionStore::kept);
    }

    Optional<Kept> find(UUID id) {
        return dsl.selectFrom(SUBMISSION).where(SUBMISSION.ID.eq(id)).fetchOptional(SubmissionStore::kept);
    }

    private static Kept kept(Record row) {
        var visit = new Visit(
                row.get(SUBMISSION.VIA), row.get(SUBMISSION.LANGUAGE), row.get(SUBMISSION.PAGE), Map.of(), null, null);
        return new Kept(
                row.get(SUBMISSION.ID),
                row.get(SUBMISSION.FORM_ID),
                row.get(SUBMISSION.VERSION),
                row.get(SUBMISSION.KEY),
                row.get(SUBMISSION.ANSWERS_HASH),
                answers(row.get(SUBMISSION.ANSWERS)),
                List.of(JsonMapper.shared()
                        .readValue(row.get(SUBMISSION.CONSENTS).data(), String[].class)),
                visit,
                row.get(SUBMISSION.SUBJECT_NUMBER),
                row.get(SUBMISSION.OUTCOME),
                row.get(SUBMISSION.AT));
    }

    private static Map<String, String> answers(JSONB json) {
        var answers = new java.util.LinkedHashMap<String, String>();
        JsonMapper.shared()
                .readTree(json.data())
                .properties()
                .forEach(one -> answers.put(one.getKey(), one.getValue().asString()));
        return answers;
    }

    private static JSONB json(Object value) {
        return JSONB.valueOf(JsonMapper.shared().writeValueAsString(value));
    }

    @Override
    public List<PersonalTable> held(KnownPerson person) {
        var submitted = dsl.select(
                        SUBMISSION.AT,
                        SUBMISSION.ANSWERS,
                        SUBMISSION.CONSENTS,
                        SUBMISSION.LANGUAGE,
                        SUBMISSION.VIA,
                        SUBMISSION.PAGE)
                .from(SUBMISSION)
                .where(SUBMISSION.SUBJECT_NUMBER.eq(any(person.subjectArray())))
                .orderBy(SUBMISSION.AT)
                .fetch();
        var asked = dsl.select(
                        CONFIRMATION.ADDRESS, CONFIRMATION.WANTED_AT, CONFIRMATION.LETTER_AT, CONFIRMATION.CONFIRMED_AT)
                .from(CONFIRMATION)
                .where(CONFIRMATION.SUBJECT_NUMBER.eq(any(person.subjectArray())))
                .orderBy(CONFIRMATION.WANTED_AT)
                .fetch();
        return List.of(PersonalTable.of("form submissions", submitted), PersonalTable.of("form confirmations", asked));
    }

    /** That a form was filled in stays for its figures, without who did and what they said. */
    @Override
    public Map<String, Integer> forget(KnownPerson person) {
        int confirmations = dsl.deleteFrom(CONFIRMATION)
                .where(CONFIRMATION.SUBJECT_NUMBER.eq(any(person.subjectArray())))
                .execute();
        int submissions = dsl.update(SUBMISSION)
                .set(SUBMISSION.ANSWERS, JSONB.valueOf("{}"))
                .set(SUBMISSION.PAGE, (String) null)
                .set(SUBMISSION.SUBJECT_NUMBER, (Long) null)
                .set(SUBMISSION.OUTCOME, "erased")
                .where(SUBMISSION.SUBJECT_NUMBER.eq(any(person.subjectArray())))
                .execute();
        return Map.of("forms.confirmation", confirmations, "forms.submission", submissions);
    }
}
