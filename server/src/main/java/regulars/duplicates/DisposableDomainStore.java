package regulars.duplicates;

import static schema.duplicates.Tables.DISPOSABLE_DOMAIN;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Actor;

/** Domains whose mailboxes live for an hour, as the owner keeps them. */
@Repository
class DisposableDomainStore {
    private final DSLContext dsl;

    DisposableDomainStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    List<String> all() {
        return dsl.select(DISPOSABLE_DOMAIN.DOMAIN)
                .from(DISPOSABLE_DOMAIN)
                .orderBy(DISPOSABLE_DOMAIN.DOMAIN)
                .fetch(DISPOSABLE_DOMAIN.DOMAIN);
    }

    /** Makes them exactly these. */
    @Transactional
    public void replace(Collection<String> domains, Actor actor, Instant now) {
        dsl.deleteFrom(DISPOSABLE_DOMAIN)
                .where(DISPOSABLE_DOMAIN.DOMAIN.notIn(domains))
                .execute();
        for (var domain : domains) {
            dsl.insertInto(DISPOSABLE_DOMAIN)
                    .set(DISPOSABLE_DOMAIN.DOMAIN, domain)
                    .set(DISPOSABLE_DOMAIN.ADDED_BY, actor.toString())
                    .set(DISPOSABLE_DOMAIN.ADDED_AT, now)
                    .onConflictDoNothing()
                    .execute();
        }
    }
}
