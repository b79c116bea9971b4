package regulars.customers;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.CurrentActor;
import regulars.customers.IdentityRuleStore.TrustedSource;
import regulars.kernel.Fault;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.work.Jobs;

/** By what people are recognised, and what that leaves for people to decide. */
@RestController
@RequestMapping("/api/v1")
class IdentityRulesController {
    private static final int MOST_MONTHS = 120;
    private static final int MOST_DOUBTS = 100;

    private final IdentityRuleStore store;
    private final DoubtStore doubts;
    private final ProjectionStore projection;
    private final Jobs jobs;
    private final CurrentActor actor;
    private final InstantSource clock;

    IdentityRulesController(
            IdentityStores stores, ProjectionStore projection, Jobs jobs, CurrentActor actor, InstantSource clock) {
        this.store = stores.rules();
        this.doubts = stores.doubts();
        this.projection = projection;
        this.jobs = jobs;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * The rules, and the sources that they are for.
     *
     * @param fields of {@code name}, {@code place}, {@code language}, {@code zone}, {@code birthDate} and {@code sex} the
     *     sources whose word counts first; of others the latest word counts
     */
    record IdentityRulesView(IdentityRules rules, List<TrustedSource> sources, Map<String, List<Integer>> fields) {}

    @GetMapping("/identity-rules")
    @Needs(Permission.SETTINGS_MANAGE)
    IdentityRulesView rules() {
        return new IdentityRulesView(
                store.rules(), store.sources(), projection.rules().sources());
    }

    /** For what comes in from now on. */
    @PutMapping("/identity-rules")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.SETTINGS_MANAGE)
    void change(@RequestBody IdentityRules rules) {
        if (rules.recycledAfter() < 0 || rules.recycledAfter() > MOST_MONTHS) {
            throw new Fault(
                            CustomersFault.IDENTITY_MONTHS_INVALID,
                            "A number is trusted for up to " + MOST_MONTHS + " months, or for ever with 0: correct it.")
                    .at("recycledAfter", rules.recycledAfter())
                    .with("limit", MOST_MONTHS);
        }
        store.save(rules);
    }

    /** Whether the source's addresses recognise people of other sources. */
    record SourceTrust(boolean recognises) {}

    @PutMapping("/identity-rules/sources/{source}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.SETTINGS_MANAGE)
    void trust(@PathVariable int source, @RequestBody SourceTrust trust) {
        if (store.trust(source, trust.recognises())) return;
        throw unknown(source);
    }

    /** @param sources in the order in which their word counts; none for the latest word */
    record FieldRuleChange(List<Integer> sources) {}

    /** That everybody is shown by the rule: a job. */
    record FieldRuleChanged(UUID jobId) {}

    @PutMapping("/identity-rules/fields/{field}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Needs(Permission.SETTINGS_MANAGE)
    FieldRuleChanged rule(@PathVariable String field, @RequestBody FieldRuleChange change) {
        if (!FieldRules.FIELDS.contains(field)) {
            throw new Fault(CustomersFault.FIELD_UNKNOWN, "'" + field + "' is nothing that has a rule.")
                    .at("field", field);
        }
        var known = store.sources().stream().map(TrustedSource::id).toList();
        for (Integer source : change.sources()) if (!known.contains(source)) throw unknown(source);
        projection.rule(field, change.sources().stream().distinct().toList());
        return new FieldRuleChanged(jobs.submit(ProjectionJob.KIND, Map.of(), actor.get()));
    }

    private static Fault unknown(int source) {
        return new Fault(CustomersFault.IDENTITY_SOURCE_NOT_FOUND, "There is no such source: reload the page.")
                .at("source", source);
    }

    record IdentityDoubts(List<DoubtStore.OpenDoubt> items) {}

    /** Who may be one person, or two: the newest hundred that nobody has settled. */
    @GetMapping("/identity-doubts")
    @Needs(Permission.CUSTOMERS_EDIT)
    IdentityDoubts doubts() {
        return new IdentityDoubts(doubts.open(MOST_DOUBTS));
    }

    /** They are two people; it is not asked again. */
    @PostMapping("/identity-doubts/{id}/settle")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.CUSTOMERS_EDIT)
    void settle(@PathVariable UUID id) {
        boolean seen =
                doubts.open(MOST_DOUBTS).stream().anyMatch(one -> one.id().equals(id));
        if (seen && doubts.settle(id, actor.get(), clock.instant())) return;
        throw new Fault(CustomersFault.DOUBT_NOT_FOUND, "This is settled by now: reload the page.").at("id", id);
    }
}
