package regulars.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import regulars.TestPostgres;

class RequestPatienceTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private static final String SLOW = "select pg_sleep(1.5)";

    @Test
    void aStatementThatARequestWaitsForIsStopped() {
        var dsl = dsl(true);

        assertThatThrownBy(() -> dsl.execute(SLOW))
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57014"));
        assertThat(dsl.fetchValue("select 1")).isEqualTo(1);
    }

    @Test
    void whatNoRequestWaitsForTakesItsTime() {
        assertThat(dsl(false).fetch(SLOW)).hasSize(1);
    }

    private static DSLContext dsl(boolean inRequest) {
        var patience = new RequestPatience(Duration.ofSeconds(1), () -> inRequest);
        return DSL.using(POSTGRES.dsl().configuration().derive(patience));
    }
}
