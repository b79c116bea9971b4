package regulars.access;

import static schema.access.Tables.ORGANISATION;

import java.time.ZoneId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class OrganisationStore {
    private final DSLContext dsl;

    OrganisationStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    OrganisationSettings read() {
        var row = dsl.selectFrom(ORGANISATION).fetchSingle();
        return new OrganisationSettings(
                row.getCompany(), ZoneId.of(row.getZone()), row.getCurrency(), row.getLanguage(), row.getConfigured());
    }

    void write(OrganisationSettings settings) {
        dsl.update(ORGANISATION)
                .set(ORGANISATION.COMPANY, settings.company())
                .set(ORGANISATION.ZONE, settings.zone().getId())
                .set(ORGANISATION.CURRENCY, settings.currency())
                .set(ORGANISATION.LANGUAGE, settings.language())
                .set(ORGANISATION.CONFIGURED, settings.configured())
                .execute();
    }
}
