package regulars.access;

import static schema.access.Tables.ACCOUNT;
import static schema.access.Tables.API_KEY;
import static schema.access.Tables.AUDIT_ENTRY;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import schema.access.tables.records.AuditEntryRecord;

@Repository
class AuditStore {
    private static final int SECONDS = 10;

    private final DSLContext dsl;

    AuditStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The latest first. */
    List<AuditEntryRecord> page(AuditFilter filter, @Nullable Long before, int limit) {
        return dsl.selectFrom(AUDIT_ENTRY)
                .where(wanted(filter), before == null ? DSL.noCondition() : AUDIT_ENTRY.ID.lt(before))
                .orderBy(AUDIT_ENTRY.ID.desc())
                .limit(limit)
                .queryTimeout(SECONDS)
                .fetch();
    }

    int count(AuditFilter filter) {
        return dsl.selectCount()
                .from(AUDIT_ENTRY)
                .where(wanted(filter))
                .queryTimeout(SECONDS)
                .fetchSingle()
                .value1();
    }

    boolean holdsAction(String action) {
        return dsl.fetchExists(AUDIT_ENTRY, AUDIT_ENTRY.ACTION.eq(action));
    }

    private static Condition wanted(AuditFilter filter) {
        var condition = DSL.noCondition();
        if (filter.actor() != null) condition = condition.and(AUDIT_ENTRY.ACTOR.eq(filter.actor()));
        if (filter.action() != null) condition = condition.and(AUDIT_ENTRY.ACTION.eq(filter.action()));
        if (filter.subject() != null) condition = condition.and(AUDIT_ENTRY.SUBJECT.eq(filter.subject()));
        if (filter.from() != null) condition = condition.and(AUDIT_ENTRY.AT.ge(filter.from()));
        if (filter.to() != null) condition = condition.and(AUDIT_ENTRY.AT.lt(filter.to()));
        return condition;
    }

    /** What actors are called, by their text; those that are gone are left out. */
    Map<String, String> names(Collection<String> actors) {
        var names = new HashMap<String, String>();
        var called = DSL.when(ACCOUNT.NAME.eq(""), ACCOUNT.EMAIL).otherwise(ACCOUNT.NAME);
        dsl.select(ACCOUNT.ID, called)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.in(ids(actors, "user:")))
                .forEach(row -> names.put("user:" + row.value1(), row.value2()));
        dsl.select(API_KEY.ID, API_KEY.NAME)
                .from(API_KEY)
                .where(API_KEY.ID.in(ids(actors, "api-key:")))
                .forEach(row -> names.put("api-key:" + row.value1(), row.value2()));
        return names;
    }

    private static List<UUID> ids(Collection<String> actors, String kind) {
        return actors.stream()
                .filter(actor -> actor.startsWith(kind))
                .map(actor -> UUID.fromString(actor.substring(kind.length())))
                .toList();
    }

    void add(Instant at, String actor, String action, String subject, JSONB details, @Nullable String address) {
        dsl.insertInto(AUDIT_ENTRY)
                .columns(
                        AUDIT_ENTRY.AT,
                        AUDIT_ENTRY.ACTOR,
                        AUDIT_ENTRY.ACTION,
                        AUDIT_ENTRY.SUBJECT,
                        AUDIT_ENTRY.DETAILS,
                        AUDIT_ENTRY.ADDRESS)
                .values(at, actor, action, subject, details, address)
                .execute();
    }
}
