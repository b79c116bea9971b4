package regulars.campaigns;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.CurrentActor;
import regulars.campaigns.CampaignPeople.CampaignPeoplePage;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

@RestController
@RequestMapping("/api/v1/campaigns")
@Needs(Permission.CAMPAIGNS_READ)
class CampaignsController {
    private final Campaigns campaigns;
    private final CampaignReports reports;
    private final CampaignPeople people;
    private final CurrentActor actor;

    CampaignsController(Campaigns campaigns, CampaignReports reports, CampaignPeople people, CurrentActor actor) {
        this.campaigns = campaigns;
        this.reports = reports;
        this.people = people;
        this.actor = actor;
    }

    @GetMapping
    CampaignPage list(
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, 200);
        var page = campaigns.page(after, state == null ? null : CampaignState.parse(state), size);
        return new CampaignPage(page, page.size() < size ? null : page.getLast().id());
    }

    @PostMapping
    @Needs(Permission.CAMPAIGNS_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    CampaignView create(@RequestBody CampaignDraft draft) {
        return campaigns.create(draft, actor.get());
    }

    @GetMapping("/{id}")
    CampaignView get(@PathVariable UUID id) {
        return campaigns.get(id);
    }

    @PutMapping("/{id}")
    @Needs(Permission.CAMPAIGNS_EDIT)
    CampaignView change(@PathVariable UUID id, @RequestBody CampaignChange change) {
        return campaigns.change(id, change.baseVersion(), change.draft());
    }

    @GetMapping("/{id}/check")
    CampaignCheck check(@PathVariable UUID id) {
        return campaigns.check(id);
    }

    @PostMapping("/{id}/launch")
    @Needs(Permission.CAMPAIGNS_LAUNCH)
    CampaignView launch(@PathVariable UUID id) {
        return campaigns.launch(id, actor.get());
    }

    @PostMapping("/{id}/unschedule")
    @Needs(Permission.CAMPAIGNS_LAUNCH)
    CampaignView unschedule(@PathVariable UUID id) {
        return campaigns.unschedule(id);
    }

    @PostMapping("/{id}/pause")
    @Needs(Permission.CAMPAIGNS_LAUNCH)
    CampaignView pause(@PathVariable UUID id) {
        return campaigns.pause(id);
    }

    @PostMapping("/{id}/resume")
    @Needs(Permission.CAMPAIGNS_LAUNCH)
    CampaignView resume(@PathVariable UUID id) {
        return campaigns.resume(id);
    }

    @PostMapping("/{id}/cancel")
    @Needs(Permission.CAMPAIGNS_LAUNCH)
    CampaignView cancel(@PathVariable UUID id) {
        return campaigns.cancel(id);
    }

    @GetMapping("/{id}/report")
    CampaignReport report(@PathVariable UUID id) {
        return reports.report(id);
    }

    @GetMapping("/{id}/people")
    @Needs(Permission.CUSTOMERS_READ)
    CampaignPeoplePage people(
            @PathVariable UUID id,
            @RequestParam String bucket,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        return people.page(id, bucket, after, Math.clamp(limit, 1, 200));
    }

    /** {@code next} is the {@code after} of the following page; null on the last one. */
    record CampaignPage(List<CampaignView> items, @Nullable UUID next) {}

    /** New settings, and the version they were made from. */
    record CampaignChange(int baseVersion, CampaignDraft draft) {}
}
