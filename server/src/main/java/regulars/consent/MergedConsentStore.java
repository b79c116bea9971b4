package regulars.consent;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.or;
import static schema.collect.Tables.SUBJECT;
import static schema.consent.Tables.EVIDENCE;
import static schema.consent.Tables.PURPOSE;
import static schema.consent.Tables.STATE;
import static schema.customers.Tables.CONTACT_POINT;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads what a merge, or taking one back, has to carry over. */
@Repository
class MergedConsentStore {
    private final DSLContext dsl;

    MergedConsentStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A withdrawal that holds.
     *
     * @param byHand said of the person as a whole, by nobody's key
     */
    record Withdrawal(
            StateStore.Key key,
            long evidence,
            String purpose,
            @Nullable String address,
            boolean byHand,
            String method,
            Instant givenAt,
            Instant recordedAt) {}

    List<Withdrawal> withdrawals(Collection<Long> subjects) {
        return dsl.select(
                        STATE.SUBJECT_NUMBER,
                        STATE.CHANNEL,
                        STATE.PURPOSE_ID,
                        STATE.EVIDENCE_ID,
                        PURPOSE.CODE,
                        EVIDENCE.ADDRESS,
                        SUBJECT.KIND,
                        EVIDENCE.METHOD,
                        EVIDENCE.GIVEN_AT,
                        EVIDENCE.RECORDED_AT)
                .from(STATE)
                .join(EVIDENCE)
                .on(EVIDENCE.ID.eq(STATE.EVIDENCE_ID))
                .join(PURPOSE)
                .on(PURPOSE.ID.eq(STATE.PURPOSE_ID))
                .join(SUBJECT)
                .on(SUBJECT.NUMBER.eq(STATE.SUBJECT_NUMBER))
                .where(STATE.SUBJECT_NUMBER.eq(any(subjects.toArray(Long[]::new))))
                .and(STATE.GRANTED.isFalse())
                .orderBy(STATE.ID)
                .fetch(row -> new Withdrawal(
                        new StateStore.Key(
                                row.value1(), Channel.valueOf(row.value2().toUpperCase(Locale.ROOT)), row.value3()),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7().equals("manual"),
                        row.value8(),
                        row.value9(),
                        row.value10()));
    }

    /** Whether one of the subjects has the address, in use or not. */
    boolean has(Collection<Long> subjects, String address) {
        return dsl.fetchExists(
                CONTACT_POINT,
                CONTACT_POINT.SUBJECT_NUMBER.eq(any(subjects.toArray(Long[]::new))),
                or(CONTACT_POINT.NORMALISED.eq(address), CONTACT_POINT.VALUE.eq(address)));
    }

    Map<Integer, String> purposes() {
        return dsl.select(PURPOSE.ID, PURPOSE.CODE).from(PURPOSE).fetchMap(PURPOSE.ID, PURPOSE.CODE);
    }
}
