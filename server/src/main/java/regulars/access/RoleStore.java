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
    boolean add(String id, String name, String[] permissions, Instant at) {
        return dsl.insertInto(ROLE)
                        .columns(ROLE.ID, ROLE.NAME, ROLE.PERMISSIONS, ROLE.CREATED_AT)
                        .values(id, name, permissions, at)
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    void change(String id, String name, String[] permissions) {
        dsl.update(ROLE)
                .set(ROLE.NAME, name)
                .set(ROLE.PERMISSIONS, permissions)
                .where(ROLE.ID.eq(id))
                .execute();
    }

    boolean used(String id) {
        return dsl.fetchExists(ACCOUNT, ACCOUNT.ROLE.eq(id)) || dsl.fetchExists(INVITATION, INVITATION.ROLE.eq(id));
    }

    void remove(String id) {
        dsl.deleteFrom(ROLE).where(ROLE.ID.eq(id)).execute();
    }
}
