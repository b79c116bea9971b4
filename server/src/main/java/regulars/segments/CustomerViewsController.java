package regulars.segments;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.CurrentActor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

/** Ways to look at the customers that somebody kept; everybody sees them. */
@RestController
@RequestMapping("/api/v1/customer-views")
@Needs(Permission.SEGMENTS_EDIT)
class CustomerViewsController {
    private static final int LONGEST_NAME = 120;
    private static final int MOST_COLUMNS = 60;

    private final CustomerViewStore store;
    private final RuleEngine engine;
    private final RuleSight sight;
    private final CustomerExport files;
    private final CurrentActor actor;
    private final InstantSource clock;

    CustomerViewsController(
            CustomerViewStore store,
            RuleEngine engine,
            RuleSight sight,
            CustomerExport files,
            CurrentActor actor,
            InstantSource clock) {
        this.files = files;
        this.sight = sight;
        this.store = store;
        this.engine = engine;
        this.actor = actor;
        this.clock = clock;
    }

    record CustomerViewList(List<CustomerView> items) {}

    record NewCustomerView(
            String name,
            @Nullable Rule rule,
            List<String> columns,
            @Nullable CustomerOrder order,
            @Nullable Boolean descending) {}

    @GetMapping
    @Needs(Permission.CUSTOMERS_READ)
    CustomerViewList views() {
        return new CustomerViewList(
                store.all().stream().filter(view -> sight.admits(view.rule())).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CustomerView keep(@RequestBody NewCustomerView wanted) {
        sight.require(wanted.rule());
        if (wanted.rule() != null) engine.check(wanted.rule());
        wanted.columns().forEach(files::requireColumn);
        var order = wanted.order() == null ? CustomerOrder.NEWEST : wanted.order();
        var now = clock.instant();
        var view = new CustomerView(
                Ids.next(now),
                name(wanted.name()),
                wanted.rule(),
                wanted.columns().stream().distinct().limit(MOST_COLUMNS).toList(),
                order,
                wanted.descending() == null ? order.fromTheEnd() : wanted.descending());
        if (store.add(view, actor.get().toString(), now)) return view;
        throw new Fault(SegmentsFault.VIEW_NAME_TAKEN, "There is a view of this name: choose another name.")
                .at("name", view.name());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable UUID id) {
        boolean seen = views().items().stream().anyMatch(view -> view.id().equals(id));
        if (seen && store.delete(id)) return;
        throw new Fault(SegmentsFault.VIEW_NOT_FOUND, "There is no view " + id + ": it was deleted meanwhile.")
                .at("id", id);
    }

    private static String name(String given) {
        var name = given.strip();
        if (!name.isEmpty() && name.length() <= LONGEST_NAME) return name;
        throw new Fault(SegmentsFault.VIEW_NAME_INVALID, "A view needs a name of at most " + LONGEST_NAME + " letters.")
                .at("name", name)
                .with("limit", LONGEST_NAME);
    }
}
