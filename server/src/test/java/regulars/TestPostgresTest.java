package regulars;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestPostgresTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    @Test
    void hasEveryRoomsSchema() {
        var schemas = POSTGRES.dsl().fetchValues("select nspname from pg_namespace").stream()
                .map(Object::toString)
                .toList();

        assertThat(schemas).contains("warehouse", "collect", "customers", "consent", "commerce");
    }
}
