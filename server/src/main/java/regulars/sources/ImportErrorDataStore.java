package regulars.sources;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.SQLDataType.VARCHAR;
import static schema.customers.Tables.SOURCE_RECORD;
import static schema.sources.Tables.IMPORT_ERROR;

import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import regulars.customers.KnownPerson;
import regulars.customers.PersonalData;
import regulars.customers.PersonalTable;

/**
 * Cells of imported files that were refused, as the error files tell them. Of an erased person go those that mention
 * them, and, since no row says whose it was, all that were refused of the files that they came in: the line and the cause
 * stay.
 */
@Repository
class ImportErrorDataStore implements PersonalData {
    private final DSLContext dsl;

    ImportErrorDataStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public List<PersonalTable> held(KnownPerson person) {
        return List.of(PersonalTable.of(
                "refused_cells",
                dsl.select(IMPORT_ERROR.LINE, IMPORT_ERROR.COLUMN_NAME, IMPORT_ERROR.VALUE, IMPORT_ERROR.CODE)
                        .from(IMPORT_ERROR)
                        .where(mentions(person))
                        .fetch()));
    }

    @Override
    public Map<String, Integer> forget(KnownPerson person) {
        var theirs = select(SOURCE_RECORD.IMPORT_ID)
                .from(SOURCE_RECORD)
                .where(SOURCE_RECORD.SUBJECT_NUMBER.eq(any(person.subjectArray())));
        int emptied = dsl.update(IMPORT_ERROR)
                .setNull(IMPORT_ERROR.VALUE)
                .set(IMPORT_ERROR.DETAIL, "erased")
                .set(IMPORT_ERROR.PARAMS, JSONB.valueOf("{}"))
                .where(mentions(person).or(IMPORT_ERROR.IMPORT_ID.in(theirs)))
                .execute();
        return Map.of("sources.import_error", emptied);
    }

    private static Condition mentions(KnownPerson person) {
        return person.texts().stream()
                .map(text -> IMPORT_ERROR
                        .VALUE
                        .containsIgnoreCase(text)
                        .or(IMPORT_ERROR.DETAIL.containsIgnoreCase(text))
                        .or(IMPORT_ERROR.PARAMS.cast(VARCHAR).containsIgnoreCase(text)))
                .reduce(noCondition(), Condition::or);
    }
}
