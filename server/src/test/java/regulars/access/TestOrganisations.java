package regulars.access;

import static schema.access.Tables.ORGANISATION;

import java.time.InstantSource;
import java.time.ZoneId;
import org.jooq.DSLContext;
import tools.jackson.databind.json.JsonMapper;

/** The organisation of a test database, for tests of any room. */
public final class TestOrganisations {
    private TestOrganisations() {}

    public static Organisations of(DSLContext dsl) {
        var audit = new Audit(new AuditStore(dsl), InstantSource.system(), JsonMapper.shared());
        return new Organisations(new OrganisationStore(dsl), audit);
    }

    /** Settings as a test needs them, without waiting for caches. */
    public static Organisations in(DSLContext dsl, ZoneId zone, String currency) {
        dsl.update(ORGANISATION)
                .set(ORGANISATION.ZONE, zone.getId())
                .set(ORGANISATION.CURRENCY, currency)
                .execute();
        return of(dsl);
    }

    public static ActorNames actorNames(DSLContext dsl) {
        return new ActorNames(new AuditStore(dsl));
    }
}
