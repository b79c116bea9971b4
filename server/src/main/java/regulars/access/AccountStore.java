package regulars.access;

import static schema.access.Tables.ACCOUNT;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import schema.access.tables.records.AccountRecord;

@Repository
class AccountStore {
    private final DSLContext dsl;

    AccountStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    Optional<AccountRecord> find(UUID id) {
        return dsl.selectFrom(ACCOUNT).where(ACCOUNT.ID.eq(id)).fetchOptional();
    }

    Optional<AccountRecord> find(String email) {
        return dsl.selectFrom(ACCOUNT)
                .where(DSL.lower(ACCOUNT.EMAIL).eq(email.strip().toLowerCase(Locale.ROOT)))
                .fetchOptional();
    }

    boolean any() {
        return dsl.fetchExists(ACCOUNT);
    }

    /** False when somebody, such as another node at its first start, was quicker. */
    boolean add(UUID id, String email, String name, String passwordHash, Instant at) {
        return dsl.insertInto(ACCOUNT)
                        .set(ACCOUNT.ID, id)
                        .set(ACCOUNT.EMAIL, email)
                        .set(ACCOUNT.NAME, name)
                        .set(ACCOUNT.PASSWORD_HASH, passwordHash)
                        .set(ACCOUNT.MUST_CHANGE_PASSWORD, true)
                        .set(ACCOUNT.CREATED_AT, at)
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    void password(UUID id, String passwordHash) {
        dsl.update(ACCOUNT)
                .set(ACCOUNT.PASSWORD_HASH, passwordHash)
                .set(ACCOUNT.MUST_CHANGE_PASSWORD, false)
                .where(ACCOUNT.ID.eq(id))
                .execute();
    }

    void preferences(UUID id, String name, String language, String theme) {
        dsl.update(ACCOUNT)
                .set(ACCOUNT.NAME, name)
                .set(ACCOUNT.LANGUAGE, language)
                .set(ACCOUNT.THEME, theme)
                .where(ACCOUNT.ID.eq(id))
                .execute();
    }
}
