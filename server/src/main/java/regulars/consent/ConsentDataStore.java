package regulars.consent;

import static org.jooq.impl.DSL.any;
import static schema.consent.Tables.EVIDENCE;
import static schema.consent.Tables.PURPOSE;
import static schema.consent.Tables.SUPPRESSION;
import static schema.consent.Tables.TEXT_VERSION;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import regulars.customers.AddressHash;
import regulars.customers.KnownPerson;
import regulars.customers.PersonalData;
import regulars.customers.PersonalTable;

/**
 * A person's consents. What was agreed and when outlives an erasure, for it is what past messages relied on; the
 * address, the machine and every note that came with it do not. The addresses get nothing from then on.
 */
@Repository
class ConsentDataStore implements PersonalData {
    private static final JSONB NOTHING = JSONB.valueOf("{}");

    private final DSLContext dsl;
    private final AddressHash hash;
    private final Consents consents;

    ConsentDataStore(DSLContext dsl, AddressHash hash, Consents consents) {
        this.dsl = dsl;
        this.hash = hash;
        this.consents = consents;
    }

    @Override
    public List<PersonalTable> held(KnownPerson person) {
        var evidence = dsl.select(
                        EVIDENCE.GIVEN_AT,
                        EVIDENCE.CHANNEL,
                        PURPOSE.CODE.as("purpose"),
                        EVIDENCE.ACTION,
                        EVIDENCE.ADDRESS,
                        TEXT_VERSION.LANGUAGE,
                        TEXT_VERSION.VERSION.as("text_version"),
                        TEXT_VERSION.BODY.as("text"),
                        EVIDENCE.SOURCE,
                        EVIDENCE.METHOD,
                        EVIDENCE.ACTOR,
                        EVIDENCE.RECORDED_AT,
                        EVIDENCE.IP,
                        EVIDENCE.USER_AGENT,
                        EVIDENCE.DETAILS)
                .from(EVIDENCE)
                .join(PURPOSE)
                .on(PURPOSE.ID.eq(EVIDENCE.PURPOSE_ID))
                .leftJoin(TEXT_VERSION)
                .on(TEXT_VERSION.ID.eq(EVIDENCE.TEXT_VERSION_ID))
                .where(EVIDENCE.SUBJECT_NUMBER.eq(any(person.subjectArray())))
                .orderBy(EVIDENCE.ID)
                .fetch();
        var stops = dsl.select(SUPPRESSION.CHANNEL, SUPPRESSION.REASON, SUPPRESSION.CREATED_AT, SUPPRESSION.DETAILS)
                .from(SUPPRESSION)
                .where(SUPPRESSION.ADDRESS_HASH.eq(any(hashes(person))))
                .fetch();
        return List.of(PersonalTable.of("consents", evidence), PersonalTable.of("suppressions", stops));
    }

    @Override
    public Map<String, Integer> forget(KnownPerson person) {
        stop(Channel.EMAIL, person.addresses("email"));
        stop(Channel.SMS, person.addresses("phone"));
        stop(Channel.PHONE, person.addresses("phone"));
        int emptied = dsl.update(EVIDENCE)
                .setNull(EVIDENCE.ADDRESS)
                .setNull(EVIDENCE.IP)
                .setNull(EVIDENCE.USER_AGENT)
                .set(EVIDENCE.DETAILS, NOTHING)
                .where(EVIDENCE.SUBJECT_NUMBER.eq(any(person.subjectArray())))
                .execute();
        int stops = dsl.update(SUPPRESSION)
                .set(SUPPRESSION.DETAILS, NOTHING)
                .where(SUPPRESSION.ADDRESS_HASH.eq(any(hashes(person))))
                .execute();
        return Map.of("consent.evidence", emptied, "consent.suppression", stops);
    }

    private void stop(Channel channel, List<String> addresses) {
        for (String address : addresses) consents.suppress(channel, address, "erased", Map.of());
    }

    private byte[][] hashes(KnownPerson person) {
        return Stream.concat(person.addresses("email").stream(), person.addresses("phone").stream())
                .map(hash::of)
                .toArray(byte[][]::new);
    }
}
