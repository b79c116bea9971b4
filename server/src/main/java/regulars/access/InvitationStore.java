package regulars.access;

import static schema.access.Tables.INVITATION;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import schema.access.tables.records.InvitationRecord;

@Repository
class InvitationStore {
    private final DSLContext dsl;

    InvitationStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    List<InvitationRecord> all() {
        return dsl.selectFrom(INVITATION).orderBy(INVITATION.CREATED_AT.desc()).fetch();
    }

    /** In place of an earlier one to the same address: its link is worth nothing from now on. */
    void put(InvitationRecord invitation) {
        dsl.deleteFrom(INVITATION)
                .where(DSL.lower(INVITATION.EMAIL).eq(invitation.getEmail().toLowerCase(Locale.ROOT)))
                .execute();
        dsl.insertInto(INVITATION).set(invitation).execute();
    }

    Optional<InvitationRecord> find(byte[] tokenHash, Instant now) {
        return dsl.selectFrom(INVITATION)
                .where(INVITATION.TOKEN_HASH.eq(tokenHash).and(INVITATION.EXPIRES_AT.gt(now)))
                .fetchOptional();
    }

    /** Of two that use the same link at once, one gets the invitation. */
    Optional<InvitationRecord> take(byte[] tokenHash, Instant now) {
        return dsl.deleteFrom(INVITATION)
                .where(INVITATION.TOKEN_HASH.eq(tokenHash).and(INVITATION.EXPIRES_AT.gt(now)))
                .returning()
                .fetchOptional();
    }

    Optional<InvitationRecord> remove(UUID id) {
        return dsl.deleteFrom(INVITATION)
                .where(INVITATION.ID.eq(id))
                .returning()
                .fetchOptional();
    }

    void removeOf(UUID inviter) {
        dsl.deleteFrom(INVITATION).where(INVITATION.INVITED_BY.eq(inviter)).execute();
    }

    void forget(Instant before) {
        dsl.deleteFrom(INVITATION).where(INVITATION.EXPIRES_AT.lt(before)).execute();
    }
}
