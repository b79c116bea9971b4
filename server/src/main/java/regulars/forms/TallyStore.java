package regulars.forms;

import static schema.forms.Tables.TALLY;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** What happened to forms, in figures: a row a day, version and kind. */
@Repository
class TallyStore {
    private final DSLContext dsl;

    TallyStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** @param detail the field that was left last, or why it was refused; else empty */
    record Tally(int version, String what, String detail, long count) {}

    void add(UUID form, int version, LocalDate day, String what, String detail) {
        dsl.insertInto(TALLY)
                .set(TALLY.FORM_ID, form)
                .set(TALLY.VERSION, version)
                .set(TALLY.DAY, day)
                .set(TALLY.WHAT, what)
                .set(TALLY.DETAIL, detail)
                .set(TALLY.COUNT, 1L)
                .onConflict(TALLY.FORM_ID, TALLY.VERSION, TALLY.DAY, TALLY.WHAT, TALLY.DETAIL)
                .doUpdate()
                .set(TALLY.COUNT, TALLY.COUNT.plus(1))
                .execute();
    }

    /** Of all days together. */
    List<Tally> of(UUID form) {
        var count = DSL.sum(TALLY.COUNT);
        return dsl.select(TALLY.VERSION, TALLY.WHAT, TALLY.DETAIL, count)
                .from(TALLY)
                .where(TALLY.FORM_ID.eq(form))
                .groupBy(TALLY.VERSION, TALLY.WHAT, TALLY.DETAIL)
                .fetch(row -> new Tally(
                        row.value1(), row.value2(), row.value3(), row.value4().longValue()));
    }
}
