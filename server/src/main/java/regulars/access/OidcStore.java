package regulars.access;

import static schema.access.Tables.OIDC_SUBJECT;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class OidcStore {
    private final DSLContext dsl;

    OidcStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    Optional<UUID> account(OidcIdentity identity) {
        return dsl.select(OIDC_SUBJECT.ACCOUNT)
                .from(OIDC_SUBJECT)
                .where(OIDC_SUBJECT.ISSUER.eq(identity.issuer()).and(OIDC_SUBJECT.SUBJECT.eq(identity.subject())))
                .fetchOptional(OIDC_SUBJECT.ACCOUNT);
    }

    void link(OidcIdentity identity, UUID account, Instant at) {
        dsl.insertInto(OIDC_SUBJECT)
                .columns(OIDC_SUBJECT.ISSUER, OIDC_SUBJECT.SUBJECT, OIDC_SUBJECT.ACCOUNT, OIDC_SUBJECT.LINKED_AT)
                .values(identity.issuer(), identity.subject(), account, at)
                .execute();
    }
}
