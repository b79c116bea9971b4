package regulars.access;

import static schema.access.Tables.SECRET;

import java.security.SecureRandom;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class SecretStore {
    private static final int BYTES = 32;

    private final DSLContext dsl;

    SecretStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Of two nodes that start at once, one writes it and both read it. */
    byte[] readOrMake() {
        if (!dsl.fetchExists(SECRET)) {
            var random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            dsl.insertInto(SECRET, SECRET.VALUE)
                    .values(random)
                    .onConflictDoNothing()
                    .execute();
        }
        return dsl.selectFrom(SECRET).fetchSingle().getValue();
    }
}
