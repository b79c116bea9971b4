package regulars.access;

import static schema.access.Tables.AUDIT_ENTRY;

import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class AuditStore {
    private final DSLContext dsl;

    AuditStore(DSLContext dsl) {
        this.dsl = dsl;
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
