package regulars.campaigns;

import static org.jooq.impl.DSL.noCondition;
import static schema.campaigns.Tables.CAMPAIGN;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.UpdateSetMoreStep;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Repository;
import regulars.segments.Audience;
import schema.campaigns.tables.records.CampaignRecord;

/** The table of campaigns. */
@Repository
class CampaignStore {
    /** All but the audience, which may be large and is read by itself. */
    private static final List<Field<?>> SEEN = Arrays.stream(CAMPAIGN.fields())
            .filter(field -> !field.equals(CAMPAIGN.AUDIENCE))
            .toList();

    private final DSLContext dsl;

    CampaignStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    void insert(UUID id, CampaignDraft draft, String author, Instant now) {
        var row = dsl.newRecord(CAMPAIGN);
        row.setId(id);
        fill(row, draft);
        row.setState(CampaignState.DRAFT.code());
        row.setStateAt(now);
        row.setCreatedBy(author);
        row.setCreatedAt(now);
        row.setUpdatedAt(now);
        row.insert();
    }

    /** Answers false when it is no draft any more, or somebody saved after {@code base}. */
    boolean change(UUID id, int base, CampaignDraft draft, Instant now) {
        var row = dsl.newRecord(CAMPAIGN);
        fill(row, draft);
        row.setVersion(base + 1);
        row.setUpdatedAt(now);
        return dsl.update(CAMPAIGN)
                        .set(row)
                        .where(CAMPAIGN.ID.eq(id))
                        .and(CAMPAIGN.VERSION.eq(base))
                        .and(CAMPAIGN.STATE.eq(CampaignState.DRAFT.code()))
                        .execute()
                == 1;
    }

    private static void fill(CampaignRecord row, CampaignDraft draft) {
        row.setName(draft.name());
        row.setSegmentId(draft.segmentId());
        row.setTemplateId(draft.templateId());
        row.setSendAt(draft.sendAt());
        row.setControlShare(BigDecimal.valueOf(draft.controlShare()));
        row.setTrackOpens(draft.trackOpens());
        row.setTrackClicks(draft.trackClicks());
        row.setAttributionDays(draft.attributionDays());
        row.setAtMostOnce(draft.atMostOnce());
        row.setFromName(draft.fromName());
        row.setFromAddress(draft.fromAddress());
        row.setReplyTo(draft.replyTo());
    }

    /** Moves the campaign from any state that allows it; false when it is in none of those. */
    boolean move(UUID id, CampaignState to, Instant now) {
        return moving(id, to, now) == 1;
    }

    private int moving(UUID id, CampaignState to, Instant now) {
        return stateChange(to, now)
                .where(CAMPAIGN.ID.eq(id))
                .and(CAMPAIGN.STATE.in(before(to)))
                .execute();
    }

    private static List<String> before(CampaignState to) {
        return Arrays.stream(CampaignState.values())
                .filter(state -> state.canBecome(to))
                .map(CampaignState::code)
                .toList();
    }

    private UpdateSetMoreStep<CampaignRecord> stateChange(CampaignState to, Instant now) {
        return dsl.update(CAMPAIGN).set(CAMPAIGN.STATE, to.code()).set(CAMPAIGN.STATE_AT, now);
    }

    void fixTemplate(UUID id, int version) {
        dsl.update(CAMPAIGN)
                .set(CAMPAIGN.TEMPLATE_VERSION, version)
                .where(CAMPAIGN.ID.eq(id))
                .execute();
    }

    void launchedBy(UUID id, UUID job, Instant now) {
        dsl.update(CAMPAIGN)
                .set(CAMPAIGN.JOB_ID, job)
                .set(CAMPAIGN.LAUNCHED_AT, now)
                .where(CAMPAIGN.ID.eq(id))
                .execute();
    }

    void freeze(UUID id, Audience audience) {
        dsl.update(CAMPAIGN)
                .set(CAMPAIGN.AUDIENCE, bytes(audience.customers()))
                .set(CAMPAIGN.AUDIENCE_SIZE, audience.customers().getCardinality())
                .set(CAMPAIGN.AUDIENCE_AS_OF, audience.asOf())
                .set(CAMPAIGN.WATERMARK, audience.watermark().value())
                .where(CAMPAIGN.ID.eq(id))
                .and(CAMPAIGN.AUDIENCE.isNull())
                .execute();
    }

    Optional<RoaringBitmap> audience(UUID id) {
        return dsl.select(CAMPAIGN.AUDIENCE)
                .from(CAMPAIGN)
                .where(CAMPAIGN.ID.eq(id))
                .and(CAMPAIGN.AUDIENCE.isNotNull())
                .fetchOptional(row -> bitmap(row.value1()));
    }

    Optional<CampaignView> find(UUID id) {
        return dsl.select(SEEN)
                .from(CAMPAIGN)
                .where(CAMPAIGN.ID.eq(id))
                .fetchOptionalInto(CAMPAIGN)
                .map(CampaignStore::view);
    }

    /** Newest first; {@code after} is the last id of the page before. */
    List<CampaignView> page(@Nullable UUID after, @Nullable CampaignState state, int limit) {
        return dsl.select(SEEN)
                .from(CAMPAIGN)
                .where(after == null ? noCondition() : CAMPAIGN.ID.lt(after))
                .and(state == null ? noCondition() : CAMPAIGN.STATE.eq(state.code()))
                .orderBy(CAMPAIGN.ID.desc())
                .limit(limit)
                .fetchInto(CAMPAIGN)
                .map(CampaignStore::view);
    }

    List<UUID> due(Instant now) {
        return dsl.select(CAMPAIGN.ID)
                .from(CAMPAIGN)
                .where(CAMPAIGN.STATE.eq(CampaignState.SCHEDULED.code()))
                .and(CAMPAIGN.SEND_AT.le(now))
                .orderBy(CAMPAIGN.SEND_AT)
                .fetch(CAMPAIGN.ID);
    }

    /** Campaigns that are still to freeze this segment. */
    List<CampaignView> waitingFor(UUID segment) {
        return dsl.select(SEEN)
                .from(CAMPAIGN)
                .where(CAMPAIGN.SEGMENT_ID.eq(segment))
                .and(CAMPAIGN.STATE.in("draft", "scheduled", "launching"))
                .orderBy(CAMPAIGN.ID)
                .fetchInto(CAMPAIGN)
                .map(CampaignStore::view);
    }

    List<UUID> sending() {
        return dsl.select(CAMPAIGN.ID)
                .from(CAMPAIGN)
                .where(CAMPAIGN.STATE.eq(CampaignState.SENDING.code()))
                .fetch(CAMPAIGN.ID);
    }

    private static CampaignView view(CampaignRecord row) {
        var draft = new CampaignDraft(
                row.getName(),
                row.getSegmentId(),
                row.getTemplateId(),
                row.getSendAt(),
                row.getControlShare().doubleValue(),
                row.getTrackOpens(),
                row.getTrackClicks(),
                row.getAttributionDays(),
                row.getAtMostOnce(),
                row.getFromName(),
                row.getFromAddress(),
                row.getReplyTo());
        return new CampaignView(
                row.getId(),
                row.getVersion(),
                draft,
                CampaignState.of(row.getState()),
                row.getStateAt(),
                row.getTemplateVersion(),
                row.getJobId(),
                row.getLaunchedAt(),
                row.getAudienceSize(),
                row.getAudienceAsOf(),
                row.getCreatedBy(),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }

    private static byte[] bytes(RoaringBitmap members) {
        var optimised = members.clone();
        optimised.runOptimize();
        var buffer = ByteBuffer.allocate(optimised.serializedSizeInBytes());
        optimised.serialize(buffer);
        return buffer.array();
    }

    private static RoaringBitmap bitmap(byte[] bytes) {
        var members = new RoaringBitmap();
        try {
            members.deserialize(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException("a stored audience cannot be read", e);
        }
        return members;
    }
}
