package regulars.access;

import java.time.InstantSource;
import org.jooq.DSLContext;
import tools.jackson.databind.json.JsonMapper;

/** The audit on a test's database, for other rooms' tests. */
public final class TestAudit {
    private TestAudit() {}

    public static Audit of(DSLContext dsl, InstantSource clock) {
        return new Audit(new AuditStore(dsl), clock, JsonMapper.builder().build());
    }
}
