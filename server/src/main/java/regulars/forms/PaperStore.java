package regulars.forms;

import static schema.forms.Tables.PAPER_BATCH;
import static schema.forms.Tables.PAPER_SHEET;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.customers.KnownPerson;
import regulars.customers.PersonalData;
import regulars.customers.PersonalTable;
import tools.jackson.databind.json.JsonMapper;

/** Piles of paper while they are typed in. What is done with keeps no answers here: they are with the submissions. */
@Repository
class PaperStore implements PersonalData {
    private final DSLContext dsl;

    PaperStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A pile of paper forms.
     *
     * @param expected how many sheets were counted by hand
     * @param controlField the number field whose sum was added up by hand; null for none
     */
    record Pile(
            UUID id,
            UUID form,
            int version,
            String name,
            int expected,
            @Nullable String controlField,
            @Nullable BigDecimal controlSum,
            Instant createdAt,
            @Nullable Instant doneAt) {}

    /** What one person read on a sheet. */
    record Reading(Map<String, String> answers, List<String> boxes, String by) {
        boolean says(Reading other) {
            return answers.equals(other.answers) && new HashSet<>(boxes).equals(new HashSet<>(other.boxes));
        }
    }

    /** One sheet. @param settled what counts: both said it, or somebody compared it with the paper */
    record Sheet(
            UUID id,
            int number,
            Reading first,
            @Nullable Reading second,
            @Nullable Reading settled,
            @Nullable String scan) {}

    void add(Pile pile) {
        dsl.insertInto(PAPER_BATCH)
                .set(PAPER_BATCH.ID, pile.id())
                .set(PAPER_BATCH.FORM_ID, pile.form())
                .set(PAPER_BATCH.VERSION, pile.version())
                .set(PAPER_BATCH.NAME, pile.name())
                .set(PAPER_BATCH.EXPECTED, pile.expected())
                .set(PAPER_BATCH.CONTROL_FIELD, pile.controlField())
                .set(PAPER_BATCH.CONTROL_SUM, pile.controlSum())
                .set(PAPER_BATCH.CREATED_AT, pile.createdAt())
                .execute();
    }

    List<Pile> of(UUID form) {
        return dsl.selectFrom(PAPER_BATCH)
                .where(PAPER_BATCH.FORM_ID.eq(form))
                .orderBy(PAPER_BATCH.ID.desc())
                .limit(200)
                .fetch(PaperStore::pile);
    }

    Optional<Pile> find(UUID id) {
        return dsl.selectFrom(PAPER_BATCH).where(PAPER_BATCH.ID.eq(id)).fetchOptional(PaperStore::pile);
    }

    /** Held to the end of the transaction. */
    void lock(UUID pile) {
        dsl.selectOne()
                .from(PAPER_BATCH)
                .where(PAPER_BATCH.ID.eq(pile))
                .forUpdate()
                .execute();
    }

    List<Sheet> sheets(UUID pile) {
        return sheets(PAPER_SHEET.BATCH_ID.eq(pile));
    }

    private List<Sheet> sheets(Condition which) {
        return dsl.select(
                        PAPER_SHEET.ID,
                        PAPER_SHEET.NUMBER,
                        PAPER_SHEET.FIRST,
                        PAPER_SHEET.SECOND,
                        PAPER_SHEET.SETTLED,
                        PAPER_SHEET.SCAN_NAME)
                .from(PAPER_SHEET)
                .where(which)
                .orderBy(PAPER_SHEET.NUMBER)
                .fetch(PaperStore::sheet);
    }

    Optional<Sheet> sheet(UUID pile, int number) {
        return sheets(PAPER_SHEET.BATCH_ID.eq(pile).and(PAPER_SHEET.NUMBER.eq(number))).stream()
                .findFirst();
    }

    void put(UUID pile, Sheet sheet) {
        dsl.insertInto(PAPER_SHEET)
                .set(PAPER_SHEET.ID, sheet.id())
                .set(PAPER_SHEET.BATCH_ID, pile)
                .set(PAPER_SHEET.NUMBER, sheet.number())
                .set(PAPER_SHEET.FIRST, json(sheet.first()))
                .onConflict(PAPER_SHEET.BATCH_ID, PAPER_SHEET.NUMBER)
                .doUpdate()
                .set(PAPER_SHEET.FIRST, json(sheet.first()))
                .set(PAPER_SHEET.SECOND, json(sheet.second()))
                .set(PAPER_SHEET.SETTLED, json(sheet.settled()))
                .execute();
    }

    boolean scan(UUID pile, int number, String name, byte[] content) {
        return dsl.update(PAPER_SHEET)
                        .set(PAPER_SHEET.SCAN_NAME, name)
                        .set(PAPER_SHEET.SCAN, content)
                        .where(PAPER_SHEET.BATCH_ID.eq(pile))
                        .and(PAPER_SHEET.NUMBER.eq(number))
                        .execute()
                == 1;
    }

    byte @Nullable [] scan(UUID sheet) {
        return dsl.select(PAPER_SHEET.SCAN)
                .from(PAPER_SHEET)
                .where(PAPER_SHEET.ID.eq(sheet))
                .fetchOne(PAPER_SHEET.SCAN);
    }

    /** The pile is in the base: nothing of it stays here but that it was. */
    void done(UUID pile, Instant now) {
        dsl.update(PAPER_BATCH)
                .set(PAPER_BATCH.DONE_AT, now)
                .where(PAPER_BATCH.ID.eq(pile))
                .execute();
        dsl.deleteFrom(PAPER_SHEET).where(PAPER_SHEET.BATCH_ID.eq(pile)).execute();
    }

    private static Pile pile(Record row) {
        return new Pile(
                row.get(PAPER_BATCH.ID),
                row.get(PAPER_BATCH.FORM_ID),
                row.get(PAPER_BATCH.VERSION),
                row.get(PAPER_BATCH.NAME),
                row.get(PAPER_BATCH.EXPECTED),
                row.get(PAPER_BATCH.CONTROL_FIELD),
                row.get(PAPER_BATCH.CONTROL_SUM),
                row.get(PAPER_BATCH.CREATED_AT),
                row.get(PAPER_BATCH.DONE_AT));
    }

    private static Sheet sheet(Record row) {
        return new Sheet(
                row.get(PAPER_SHEET.ID),
                row.get(PAPER_SHEET.NUMBER),
                JsonMapper.shared().readValue(row.get(PAPER_SHEET.FIRST).data(), Reading.class),
                reading(row.get(PAPER_SHEET.SECOND)),
                reading(row.get(PAPER_SHEET.SETTLED)),
                row.get(PAPER_SHEET.SCAN_NAME));
    }

    private static @Nullable Reading reading(@Nullable JSONB json) {
        return json == null ? null : JsonMapper.shared().readValue(json.data(), Reading.class);
    }

    private static @Nullable JSONB json(@Nullable Reading reading) {
        return reading == null ? null : JSONB.valueOf(JsonMapper.shared().writeValueAsString(reading));
    }

    @Override
    public List<PersonalTable> held(KnownPerson person) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var sheet : about(person)) {
            var row = new LinkedHashMap<String, @Nullable Object>();
            row.put("answers", sheet.getValue().first().answers());
            rows.add(row);
        }
        return List.of(new PersonalTable("paper forms being typed in", List.of("answers"), rows));
    }

    /** A sheet about somebody who wants to be forgotten is left out of its pile. */
    @Override
    public Map<String, Integer> forget(KnownPerson person) {
        var ids = about(person).stream().map(Map.Entry::getKey).toList();
        int sheets = ids.isEmpty()
                ? 0
                : dsl.deleteFrom(PAPER_SHEET).where(PAPER_SHEET.ID.in(ids)).execute();
        return Map.of("forms.paper_sheet", sheets);
    }

    /** Sheets on which one of the person's addresses stands: nobody else is looked for before a pile is done. */
    private List<Map.Entry<UUID, Sheet>> about(KnownPerson person) {
        var words = new HashSet<String>();
        person.addresses().forEach(address -> words.add(address.normalised()));
        var found = new ArrayList<Map.Entry<UUID, Sheet>>();
        if (words.isEmpty()) return found;
        for (UUID pile : dsl.select(PAPER_BATCH.ID)
                .from(PAPER_BATCH)
                .where(PAPER_BATCH.DONE_AT.isNull())
                .fetch(PAPER_BATCH.ID)) {
            for (Sheet sheet : sheets(pile)) if (names(sheet, words)) found.add(Map.entry(sheet.id(), sheet));
        }
        return found;
    }

    private static boolean names(Sheet sheet, java.util.Set<String> words) {
        var second = sheet.second();
        return says(sheet.first(), words) || second != null && says(second, words);
    }

    private static boolean says(Reading reading, java.util.Set<String> words) {
        return reading.answers().values().stream()
                .anyMatch(text -> words.contains(text.strip().toLowerCase(java.util.Locale.ROOT)));
    }
}
