package regulars.campaigns;

import static schema.campaigns.Tables.CAMPAIGN;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import regulars.segments.EventKind.EventChoice;

/** The names of campaigns, for conditions about their messages. */
@Repository
class CampaignNameStore {
    private static final int MOST = 500;

    private final DSLContext dsl;

    CampaignNameStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Newest first. */
    List<EventChoice> launched() {
        return dsl.select(CAMPAIGN.ID, CAMPAIGN.NAME)
                .from(CAMPAIGN)
                .where(CAMPAIGN.LAUNCHED_AT.isNotNull())
                .orderBy(CAMPAIGN.LAUNCHED_AT.desc(), CAMPAIGN.ID.desc())
                .limit(MOST)
                .fetch(row -> new EventChoice(row.value1().toString(), row.value2()));
    }
}
