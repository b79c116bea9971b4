package regulars.access;

import static schema.access.Tables.ACCOUNT;
import static schema.access.Tables.INVITATION;
import static schema.access.Tables.ROLE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import schema.access.tables.records.RoleRecord;

@Repository
class RoleStore {
    private final DSLContext dsl;

    RoleStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    List<RoleRecord> all() {
        return dsl.selectFrom(ROLE)
                .orderBy(ROLE.CREATED_AT.asc().nullsFirst(), ROLE.ID)
                .fetch();
    }

    Optional<RoleRecord> find(String id) {
        return dsl.selectFrom(ROLE).where(ROLE.ID.eq(id)).fetchOptional();
    }

    /** False when another role has the name. */
    boolean add(Roles.Role role, String name, Instant at) {
        return dsl.insertInto(ROLE)
                        .columns(ROLE.ID, ROLE.NAME, ROLE.PERMISSIONS, ROLE.SCOPE, ROLE.CREATED_AT)
                        .values(
                                role.id(),
                                name,
                                Roles.codes(role.permissions()),
                                role.scope().code(),
                                at)
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    void change(Roles.Role role, String name) {
        dsl.update(ROLE)
                .set(ROLE.NAME, name)
                .set(ROLE.PERMISSIONS, Roles.codes(role.permissions()))
                .set(ROLE.SCOPE, role.scope().code())
                .where(ROLE.ID.eq(role.id()))
                .execute();
    }

    void scope(String id, RoleScope scope) {
        dsl.update(ROLE).set(ROLE.SCOPE, scope.code()).where(ROLE.ID.eq(id)).execute();
    }

    boolean used(String id) {
        return dsl.fetchExists(ACCOUNT, ACCOUNT.ROLE.eq(id)) || dsl.fetchExists(INVITATION, INVITATION.ROLE.eq(id));
    }

    void remove(String id) {
        dsl.deleteFrom(ROLE).where(ROLE.ID.eq(id)).execute();
    }
}
