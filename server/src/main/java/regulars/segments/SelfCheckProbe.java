package regulars.segments;

import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import tools.jackson.databind.json.JsonMapper;

/** What the last self-check found, for whoever has the database only: the product need not run. */
public final class SelfCheckProbe {
    private final SelfCheckStore store;

    public SelfCheckProbe(DataSource database) {
        this.store = new SelfCheckStore(DSL.using(database, SQLDialect.POSTGRES), JsonMapper.shared());
    }

    /** Empty before the first one. */
    public Optional<SelfCheckReport> last() {
        return store.last();
    }
}
