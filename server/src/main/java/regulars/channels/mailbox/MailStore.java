package regulars.channels.mailbox;

import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static schema.channels.Tables.MAIL;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.kernel.Ids;

/** The mails of the built-in mailbox. */
@Repository
class MailStore {
    private final DSLContext dsl;

    MailStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** One row a recipient, as each would find it in a mailbox of their own. */
    void insert(NewMail mail) {
        for (var to : mail.envelopeTo()) {
            dsl.insertInto(MAIL)
                    .set(MAIL.ID, Ids.next(mail.receivedAt()))
                    .set(MAIL.RECEIVED_AT, mail.receivedAt())
                    .set(MAIL.ENVELOPE_FROM, mail.envelopeFrom())
                    .set(MAIL.ENVELOPE_TO, to)
                    .set(MAIL.MESSAGE_ID, mail.messageId())
                    .set(MAIL.SUBJECT, mail.subject())
                    .set(MAIL.SENDER, mail.sender())
                    .set(MAIL.RECIPIENT, mail.recipient())
                    .set(MAIL.SIZE, mail.raw().length)
                    .set(MAIL.RAW, mail.raw())
                    .execute();
        }
    }

    /** Newest first. {@code text} is looked for in the subject, and in the recipient. */
    List<Row> page(@Nullable String text, @Nullable Long before, int limit) {
        return dsl.select(
                        MAIL.NUMBER,
                        MAIL.ID,
                        MAIL.RECEIVED_AT,
                        MAIL.ENVELOPE_TO,
                        MAIL.MESSAGE_ID,
                        MAIL.SUBJECT,
                        MAIL.SENDER,
                        MAIL.RECIPIENT,
                        MAIL.SIZE)
                .from(MAIL)
                .where(text == null || text.isBlank() ? noCondition() : matches(text.strip()))
                .and(before == null ? noCondition() : MAIL.NUMBER.lt(before))
                .orderBy(MAIL.NUMBER.desc())
                .limit(limit)
                .fetch(row -> new Row(row.get(MAIL.NUMBER), summary(row)));
    }

    private static Condition matches(String text) {
        var needle = text.toLowerCase(Locale.ROOT);
        return lower(MAIL.SUBJECT)
                .contains(needle)
                .or(lower(MAIL.RECIPIENT).contains(needle))
                .or(lower(MAIL.ENVELOPE_TO).contains(needle));
    }

    record Row(long number, MailSummary mail) {}

    record Stored(MailSummary summary, String envelopeFrom, byte[] raw) {}

    Optional<Stored> find(UUID id) {
        return dsl.selectFrom(MAIL)
                .where(MAIL.ID.eq(id))
                .fetchOptional(row -> new Stored(summary(row), row.getEnvelopeFrom(), row.getRaw()));
    }

    int clear() {
        return dsl.deleteFrom(MAIL).execute();
    }

    void trim(int keep) {
        dsl.deleteFrom(MAIL)
                .where(MAIL.NUMBER.le(select(MAIL.NUMBER)
                        .from(MAIL)
                        .orderBy(MAIL.NUMBER.desc())
                        .offset(keep)
                        .limit(1)))
                .execute();
    }

    private static MailSummary summary(Record row) {
        return new MailSummary(
                row.get(MAIL.ID),
                row.get(MAIL.RECEIVED_AT),
                row.get(MAIL.ENVELOPE_TO),
                row.get(MAIL.MESSAGE_ID),
                row.get(MAIL.SUBJECT),
                row.get(MAIL.SENDER),
                row.get(MAIL.RECIPIENT),
                row.get(MAIL.SIZE));
    }
}
