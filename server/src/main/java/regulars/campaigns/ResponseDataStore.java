package regulars.campaigns;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.select;
import static schema.campaigns.Tables.CAMPAIGN;
import static schema.campaigns.Tables.RESPONSE;
import static schema.channels.Tables.MESSAGE;

import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import regulars.customers.KnownPerson;
import regulars.customers.PersonalData;
import regulars.customers.PersonalTable;

/** What a person did with messages. That it was done stays in the report's counts; the link and the machine do not. */
@Repository
class ResponseDataStore implements PersonalData {
    private final DSLContext dsl;

    ResponseDataStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public List<PersonalTable> held(KnownPerson person) {
        return List.of(PersonalTable.of(
                "responses",
                dsl.select(
                                CAMPAIGN.NAME.as("campaign"),
                                RESPONSE.KIND,
                                RESPONSE.URL,
                                RESPONSE.HUMAN_HITS,
                                RESPONSE.MACHINE_HITS,
                                RESPONSE.FIRST_AT,
                                RESPONSE.LAST_AT,
                                RESPONSE.USER_AGENT)
                        .from(RESPONSE)
                        .join(CAMPAIGN)
                        .on(CAMPAIGN.ID.eq(RESPONSE.CAMPAIGN_ID))
                        .where(theirs(person))
                        .orderBy(RESPONSE.NUMBER)
                        .fetch()));
    }

    @Override
    public Map<String, Integer> forget(KnownPerson person) {
        int emptied = dsl.update(RESPONSE)
                .setNull(RESPONSE.URL)
                .setNull(RESPONSE.USER_AGENT)
                .where(theirs(person))
                .execute();
        return Map.of("campaigns.response", emptied);
    }

    private static Condition theirs(KnownPerson person) {
        return RESPONSE.MESSAGE_ID.in(
                select(MESSAGE.ID).from(MESSAGE).where(MESSAGE.SUBJECT_NUMBER.eq(any(person.subjectArray()))));
    }
}
