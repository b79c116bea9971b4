package regulars.access;

import static schema.access.Tables.ACCOUNT;
import static schema.access.Tables.TEAM;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import schema.access.tables.records.TeamRecord;

@Repository
class TeamStore {
    private final DSLContext dsl;

    TeamStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    List<TeamRecord> all() {
        return dsl.selectFrom(TEAM).orderBy(DSL.lower(TEAM.NAME)).fetch();
    }

    boolean exists(UUID id) {
        return dsl.fetchExists(TEAM, TEAM.ID.eq(id));
    }

    /** False when another team has the name. */
    boolean add(UUID id, String name, Instant at) {
        return dsl.insertInto(TEAM)
                        .columns(TEAM.ID, TEAM.NAME, TEAM.CREATED_AT)
                        .values(id, name, at)
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    boolean rename(UUID id, String name) {
        return dsl.update(TEAM).set(TEAM.NAME, name).where(TEAM.ID.eq(id)).execute() > 0;
    }

    /** Whoever left us counts too: their customers stay the team's. */
    boolean hasPeople(UUID id) {
        return dsl.fetchExists(ACCOUNT, ACCOUNT.TEAM.eq(id));
    }

    boolean remove(UUID id) {
        return dsl.deleteFrom(TEAM).where(TEAM.ID.eq(id)).execute() > 0;
    }

    /** False when there is no such account. */
    boolean put(UUID account, @Nullable UUID team) {
        return dsl.update(ACCOUNT)
                        .set(ACCOUNT.TEAM, team)
                        .where(ACCOUNT.ID.eq(account))
                        .execute()
                > 0;
    }

    /** Who is in the same team, themselves at least. */
    Set<UUID> mates(UUID account) {
        var own = DSL.select(ACCOUNT.TEAM).from(ACCOUNT).where(ACCOUNT.ID.eq(account));
        var mates = new HashSet<>(
                dsl.select(ACCOUNT.ID).from(ACCOUNT).where(ACCOUNT.TEAM.eq(own)).fetchSet(ACCOUNT.ID));
        mates.add(account);
        return mates;
    }
}
