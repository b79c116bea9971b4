package regulars.channels;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.select;
import static schema.channels.Tables.DECISION;
import static schema.channels.Tables.MAIL;
import static schema.channels.Tables.MESSAGE;
import static schema.channels.Tables.SENDING;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import regulars.customers.KnownPerson;
import regulars.customers.PersonalData;
import regulars.customers.PersonalTable;

/** A person's messages. That one was sent stays, for the report; to which address and what was in it does not. */
@Repository
class MessageDataStore implements PersonalData {
    private final DSLContext dsl;

    MessageDataStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public List<PersonalTable> held(KnownPerson person) {
        var messages = dsl.select(
                        MESSAGE.ID,
                        SENDING.NAME.as("sending"),
                        MESSAGE.CHANNEL,
                        MESSAGE.ADDRESS,
                        MESSAGE.STATE,
                        MESSAGE.REASON,
                        MESSAGE.QUEUED_AT,
                        MESSAGE.HANDED_OVER_AT,
                        MESSAGE.ENDED_AT,
                        MESSAGE.REPLY)
                .from(MESSAGE)
                .join(SENDING)
                .on(SENDING.ID.eq(MESSAGE.SENDING_ID))
                .where(theirs(person))
                .orderBy(MESSAGE.NUMBER)
                .fetch();
        var mails = dsl.select(MAIL.RECEIVED_AT, MAIL.ENVELOPE_TO, MAIL.SUBJECT, MAIL.SENDER, MAIL.SIZE)
                .from(MAIL)
                .where(lower(MAIL.ENVELOPE_TO).eq(any(emails(person))))
                .orderBy(MAIL.NUMBER)
                .fetch();
        return List.of(PersonalTable.of("messages", messages), PersonalTable.of("mailbox", mails));
    }

    /** Whoever still waits for a message gets none. */
    @Override
    public Map<String, Integer> forget(KnownPerson person) {
        var waiting = MESSAGE.DUE_AT.isNotNull();
        int messages = dsl.update(MESSAGE)
                .set(MESSAGE.STATE, case_().when(waiting, "cancelled").else_(MESSAGE.STATE))
                .set(MESSAGE.REASON, case_().when(waiting, "erased").else_(MESSAGE.REASON))
                .setNull(MESSAGE.DUE_AT)
                .setNull(MESSAGE.ADDRESS)
                .setNull(MESSAGE.REPLY)
                .where(theirs(person))
                .execute();
        int decisions = dsl.update(DECISION)
                .setNull(DECISION.DETAIL)
                .where(DECISION.MESSAGE_NUMBER.in(
                        select(MESSAGE.NUMBER).from(MESSAGE).where(theirs(person))))
                .execute();
        int mails = dsl.deleteFrom(MAIL)
                .where(lower(MAIL.ENVELOPE_TO).eq(any(emails(person))))
                .execute();
        return Map.of("channels.message", messages, "channels.decision", decisions, "channels.mail", mails);
    }

    private static Condition theirs(KnownPerson person) {
        return MESSAGE.SUBJECT_NUMBER.eq(any(person.subjectArray()));
    }

    private static String[] emails(KnownPerson person) {
        return person.addresses("email").stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }
}
