package regulars.sources;

import static org.jooq.impl.DSL.any;
import static schema.collect.Tables.EVENT;
import static schema.sources.Tables.TOLD_TRAIT;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import regulars.collect.ParkedEvents;
import regulars.collect.SubjectKey;
import regulars.collect.Subjects;
import regulars.customers.KnownPerson;
import regulars.customers.PersonalData;
import regulars.customers.PersonalTable;

/** What events say of a person. Their own events are emptied with their subjects; here go the parked ones, and traits. */
@Repository
class EventDataStore implements PersonalData {
    private final DSLContext dsl;
    private final Subjects subjects;
    private final ParkedEvents parked;

    EventDataStore(DSLContext dsl, Subjects subjects, ParkedEvents parked) {
        this.dsl = dsl;
        this.subjects = subjects;
        this.parked = parked;
    }

    @Override
    public List<PersonalTable> held(KnownPerson person) {
        return List.of(PersonalTable.of(
                "events",
                dsl.select(EVENT.TYPE, EVENT.OCCURRED_AT, EVENT.RECEIVED_AT, EVENT.SOURCE, EVENT.PROPERTIES, EVENT.SENT)
                        .from(EVENT)
                        .where(EVENT.SUBJECT_NUMBER.eq(any(person.subjectArray())))
                        .orderBy(EVENT.OCCURRED_AT)
                        .fetch()));
    }

    @Override
    public Map<String, Integer> forget(KnownPerson person) {
        int traits = 0;
        for (SubjectKey key : subjects.keys(person.subjects()).values()) {
            if (!key.kind().equals("external")) continue;
            traits += dsl.deleteFrom(TOLD_TRAIT)
                    .where(TOLD_TRAIT.SOURCE.eq(key.space()))
                    .and(TOLD_TRAIT.USER_ID.eq(key.value()))
                    .execute();
        }
        return Map.of("sources.told_trait", traits, "collect.parked_event", parked.forget(person.texts()));
    }
}
