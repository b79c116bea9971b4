package regulars.access;

import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Repository;

@Repository
class AboutStore {
    private static final Logger LOG = LoggerFactory.getLogger(AboutStore.class);
    private static final int SECONDS = 3;

    private final DSLContext dsl;

    AboutStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    boolean answers() {
        try {
            dsl.selectOne().queryTimeout(SECONDS).execute();
            return true;
        } catch (DataAccessException e) {
            LOG.warn("the database does not answer: {}", e.getMessage());
            return false;
        }
    }

    String version() {
        return String.valueOf(
                dsl.select(DSL.field("version()", String.class)).fetchSingle().value1());
    }
}
