package regulars.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static schema.access.Tables.AUDIT_ENTRY;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.kernel.Actor;
import tools.jackson.databind.json.JsonMapper;

class AuditTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    @Test
    void addsAndNeverChanges() {
        var dsl = POSTGRES.dsl();
        var clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));
        var audit = new Audit(new AuditStore(dsl), clock, JsonMapper.builder().build());

        audit.add(Actor.SYSTEM, "test.done", "this", Map.of("colour", "red"));

        assertThat(dsl.fetchCount(AUDIT_ENTRY)).isEqualTo(1);
        assertThatThrownBy(() ->
                        dsl.update(AUDIT_ENTRY).set(AUDIT_ENTRY.ACTION, "other").execute())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> dsl.deleteFrom(AUDIT_ENTRY).execute()).hasMessageContaining("append-only");
        assertThatThrownBy(() -> dsl.truncate(AUDIT_ENTRY).execute()).hasMessageContaining("append-only");
    }
}
