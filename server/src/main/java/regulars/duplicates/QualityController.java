package regulars.duplicates;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.CurrentActor;
import regulars.customers.BulkChanges;
import regulars.customers.CustomerSummary;
import regulars.duplicates.BaseQuality.BaseQualityView;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.kernel.Slice;

/** How current the data of the base are. */
@RestController
@RequestMapping("/api/v1/data-quality")
@Needs(Permission.CUSTOMERS_EDIT)
class QualityController {
    private final BaseQuality quality;
    private final CurrentActor actor;

    QualityController(BaseQuality quality, CurrentActor actor) {
        this.quality = quality;
        this.actor = actor;
    }

    /** @param next the {@code after} of the following page; null on the last */
    record CheckedPeople(
            List<CustomerSummary> items, @Nullable Integer next) {}

    /**
     * @param months after which data count as aged
     * @param tag what people get who need checking; of disposable e-mails nobody gets one, they are taken out of use
     */
    record QualityFix(QualityCheck check, int months, String tag) {}

    record DisposableDomains(List<String> domains) {}

    @GetMapping
    BaseQualityView quality(@RequestParam(defaultValue = "12") int months) {
        return quality.view(months);
    }

    /** Who needs checking, by the order in which they came. */
    @GetMapping("/people")
    CheckedPeople people(
            @RequestParam QualityCheck check,
            @RequestParam(defaultValue = "12") int months,
            @RequestParam(required = false) @Nullable Integer after,
            @RequestParam(defaultValue = "50") int limit) {
        int wanted = Slice.size(limit);
        var numbers = quality.numbers(check, months, after, wanted);
        return new CheckedPeople(quality.people(numbers), numbers.size() < wanted ? null : numbers.getLast());
    }

    /** Begins a change of everybody who fails a check; it can be taken back as any change of many. */
    @PostMapping("/fixes")
    @ResponseStatus(HttpStatus.CREATED)
    BulkChanges.Started fix(@RequestBody QualityFix fix) {
        return quality.fix(fix.check(), fix.months(), fix.tag(), actor.get());
    }

    @GetMapping("/disposable-domains")
    DisposableDomains domains() {
        return new DisposableDomains(quality.disposable());
    }

    @PutMapping("/disposable-domains")
    @Needs(Permission.SETTINGS_MANAGE)
    DisposableDomains keepDomains(@RequestBody DisposableDomains wanted) {
        return new DisposableDomains(quality.disposable(wanted.domains(), actor.get()));
    }
}
