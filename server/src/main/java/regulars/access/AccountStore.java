package regulars.access;

import static schema.access.Tables.ACCOUNT;
import static schema.access.Tables.ROLE;
import static schema.access.Tables.SPRING_SESSION;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.kernel.Permission;
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

    /** The first ten, the oldest first. */
    List<String> givers() {
        var own = ROLE.PERMISSIONS.contains(new String[] {Permission.USERS_MANAGE.code()});
        var name = DSL.when(ACCOUNT.NAME.eq(""), ACCOUNT.EMAIL).otherwise(ACCOUNT.NAME);
        return dsl.select(name)
                .from(ACCOUNT)
                .join(ROLE)
                .on(ROLE.ID.eq(ACCOUNT.ROLE))
                .where(ACCOUNT.DEACTIVATED_AT.isNull())
                .and(ROLE.ID.eq(BuiltInRole.OWNER.id()).or(own))
                .orderBy(ACCOUNT.CREATED_AT)
                .limit(10)
                .fetch(name);
    }

    boolean any() {
        return dsl.fetchExists(ACCOUNT);
    }

    /** False when somebody, such as another node at its first start, was quicker. */
    boolean addOwner(UUID id, String email, String passwordHash, Instant at) {
        return dsl.insertInto(ACCOUNT)
                        .set(ACCOUNT.ID, id)
                        .set(ACCOUNT.EMAIL, email)
                        .set(ACCOUNT.NAME, "")
                        .set(ACCOUNT.PASSWORD_HASH, passwordHash)
                        .set(ACCOUNT.ROLE, BuiltInRole.OWNER.id())
                        .set(ACCOUNT.MUST_CHANGE_PASSWORD, true)
                        .set(ACCOUNT.CREATED_AT, at)
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    List<AccountRecord> all() {
        return dsl.selectFrom(ACCOUNT).orderBy(ACCOUNT.CREATED_AT).fetch();
    }

    /** False when the address has an account already. */
    boolean add(UUID id, NewAccount account, Instant at) {
        return dsl.insertInto(ACCOUNT)
                        .set(ACCOUNT.ID, id)
                        .set(ACCOUNT.EMAIL, account.email())
                        .set(ACCOUNT.NAME, account.name())
                        .set(ACCOUNT.PASSWORD_HASH, account.passwordHash())
                        .set(ACCOUNT.ROLE, account.role())
                        .set(ACCOUNT.LANGUAGE, account.language())
                        .set(ACCOUNT.MUST_CHANGE_PASSWORD, false)
                        .set(ACCOUNT.CREATED_AT, at)
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    void role(UUID id, String role) {
        dsl.update(ACCOUNT).set(ACCOUNT.ROLE, role).where(ACCOUNT.ID.eq(id)).execute();
    }

    void deactivated(UUID id, @Nullable Instant at) {
        dsl.update(ACCOUNT)
                .set(ACCOUNT.DEACTIVATED_AT, at)
                .where(ACCOUNT.ID.eq(id))
                .execute();
    }

    /** Until the transaction ends nobody else makes an owner something else. */
    List<UUID> lockOwners() {
        return dsl.select(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(ACCOUNT.ROLE.eq(BuiltInRole.OWNER.id()).and(ACCOUNT.DEACTIVATED_AT.isNull()))
                .orderBy(ACCOUNT.ID)
                .forUpdate()
                .fetch(ACCOUNT.ID);
    }

    void signedIn(UUID id, Instant at) {
        dsl.update(ACCOUNT)
                .set(ACCOUNT.LAST_SIGN_IN_AT, at)
                .where(ACCOUNT.ID.eq(id))
                .execute();
    }

    void password(UUID id, String passwordHash) {
        dsl.update(ACCOUNT)
                .set(ACCOUNT.PASSWORD_HASH, passwordHash)
                .set(ACCOUNT.MUST_CHANGE_PASSWORD, false)
                .where(ACCOUNT.ID.eq(id))
                .execute();
    }

    /** To be changed by its owner before anything else. */
    void generatedPassword(UUID id, String passwordHash) {
        dsl.update(ACCOUNT)
                .set(ACCOUNT.PASSWORD_HASH, passwordHash)
                .set(ACCOUNT.MUST_CHANGE_PASSWORD, true)
                .where(ACCOUNT.ID.eq(id))
                .execute();
    }

    void endSessions(UUID id) {
        dsl.deleteFrom(SPRING_SESSION)
                .where(SPRING_SESSION.PRINCIPAL_NAME.eq(id.toString()))
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
