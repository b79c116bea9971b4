package regulars.duplicates;

import java.time.Duration;
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
import regulars.duplicates.Duplicates.DuplicatePair;
import regulars.duplicates.Duplicates.DuplicatesOverview;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.warehouse.Warehouse;

/** Customers who may be one person. */
@RestController
@RequestMapping("/api/v1/duplicates")
@Needs(Permission.CUSTOMERS_EDIT)
class DuplicatesController {
    private static final Duration MIRROR_WAIT = Duration.ofSeconds(3);
    private static final int MOST = 200;

    private final Duplicates duplicates;
    private final Verdicts verdicts;
    private final CurrentActor actor;
    private final Warehouse warehouse;

    DuplicatesController(Duplicates duplicates, Verdicts verdicts, CurrentActor actor, Warehouse warehouse) {
        this.duplicates = duplicates;
        this.verdicts = verdicts;
        this.actor = actor;
        this.warehouse = warehouse;
    }

    /** @param next the {@code after} of the following page; null on the last */
    record DuplicatePairPage(
            List<DuplicatePair> items, @Nullable UUID next) {}

    /** @param whole everybody anew; else those who changed since the last time */
    record DuplicateSearchWish(boolean whole) {}

    record DuplicateSearchBegun(UUID jobId) {}

    /** @param automatic whether sure pairs are merged without a person */
    record DuplicateConduct(boolean automatic) {}

    record DuplicateMerged(UUID mergeId) {}

    /** How many pairs wait, how the last search went, and whether one runs. */
    @GetMapping
    DuplicatesOverview overview() {
        return duplicates.overview();
    }

    /** Pairs in one state: the undecided by how sure they are, the decided from the last on. */
    @GetMapping("/pairs")
    DuplicatePairPage pairs(
            @RequestParam(defaultValue = "OPEN") PairState state,
            @RequestParam(defaultValue = "false") boolean automatic,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        int wanted = Math.clamp(limit, 1, MOST);
        var items = duplicates.page(state, automatic, after, wanted);
        return new DuplicatePairPage(
                items, items.size() < wanted ? null : items.getLast().id());
    }

    /** Begins a search. */
    @PostMapping("/runs")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.IMPORTS_RUN)
    DuplicateSearchBegun search(@RequestBody DuplicateSearchWish wish) {
        return new DuplicateSearchBegun(duplicates.search(wish.whole(), actor.get()));
    }

    @PutMapping("/conduct")
    @Needs(Permission.SETTINGS_MANAGE)
    DuplicateConduct conduct(@RequestBody DuplicateConduct conduct) {
        duplicates.automatic(conduct.automatic(), actor.get());
        return conduct;
    }

    /** They are one person: the one who was there first stays. */
    @PostMapping("/pairs/{id}/same")
    DuplicateMerged same(@PathVariable UUID id) {
        var merge = verdicts.same(id, actor.get());
        warehouse.catchUp(MIRROR_WAIT);
        return new DuplicateMerged(merge);
    }

    /** They are two people, which is remembered for ever. */
    @PostMapping("/pairs/{id}/different")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void different(@PathVariable UUID id) {
        verdicts.different(id, actor.get());
    }

    @PostMapping("/pairs/{id}/later")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void later(@PathVariable UUID id) {
        verdicts.later(id, actor.get());
    }

    /** Takes back what was said of the two, a merge included. */
    @PostMapping("/pairs/{id}/undo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(@PathVariable UUID id) {
        verdicts.undo(id, actor.get());
        warehouse.catchUp(MIRROR_WAIT);
    }
}
