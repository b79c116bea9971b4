package regulars.segments;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import regulars.access.CurrentActor;
import regulars.customers.BulkChange;
import regulars.customers.BulkItem;
import regulars.customers.BulkKind;
import regulars.customers.CustomerRef;
import regulars.customers.Customers;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Permission;

/** Many customers put on a list, one that there is or a new one. */
@Component
class ListBulk implements BulkKind {
    private final SegmentLists lists;
    private final Segments segments;
    private final ListStore store;
    private final Customers customers;
    private final CurrentActor caller;

    ListBulk(SegmentLists lists, Segments segments, ListStore store, Customers customers, CurrentActor caller) {
        this.lists = lists;
        this.segments = segments;
        this.store = store;
        this.customers = customers;
        this.caller = caller;
    }

    @Override
    public String code() {
        return "list_added";
    }

    /** The key is the segment of the list; without one the value is the name of a new list. */
    @Override
    public BulkChange settle(BulkChange asked, boolean dry) {
        if (!caller.may(Permission.SEGMENTS_EDIT)) {
            throw new Fault(
                            SegmentsFault.LIST_RIGHT_MISSING,
                            "Putting people on lists needs the right to edit segments: ask whoever keeps the users.")
                    .with("permission", Permission.SEGMENTS_EDIT.code());
        }
        if (!asked.key().isBlank()) {
            var segment = segments.get(segment(asked.key()));
            lists.list(segment.id());
            return new BulkChange(code(), segment.id().toString(), segment.name(), "");
        }
        var name = segments.free(asked.value());
        var made = dry ? "" : lists.empty(name, caller.get()).toString();
        return new BulkChange(code(), made, name, "");
    }

    @Override
    public Map<Integer, Boolean> alreadySo(Collection<Integer> numbers, BulkChange change) {
        var on = change.key().isBlank() ? Set.<Integer>of() : store.on(list(change), numbers);
        var so = new HashMap<Integer, Boolean>();
        for (CustomerRef present : customers.present(numbers)) so.put(present.number(), on.contains(present.number()));
        return so;
    }

    @Override
    public List<BulkItem> apply(List<Integer> numbers, BulkChange change, Actor actor) {
        var list = list(change);
        store.add(list, store.subjects(numbers), actor.toString(), lists.now());
        List<BulkItem> items = new ArrayList<>();
        store.places(list, numbers).forEach((customer, place) -> items.add(new BulkItem(customer, null, place)));
        return items;
    }

    /** Whoever was taken off and put on again since stays. */
    @Override
    public Set<Integer> restore(List<BulkItem> items, BulkChange change, Actor actor) {
        var list = list(change);
        var places = store.places(list, items.stream().map(BulkItem::customer).toList());
        var same = new HashSet<Integer>();
        for (BulkItem item : items) {
            if (Objects.equals(places.get(item.customer()), item.word())) same.add(item.customer());
        }
        if (!same.isEmpty()) store.remove(list, same);
        return same;
    }

    private UUID list(BulkChange change) {
        return lists.list(segment(change.key()));
    }

    private static UUID segment(String key) {
        try {
            return UUID.fromString(key.strip());
        } catch (IllegalArgumentException e) {
            throw new Fault(SegmentsFault.SEGMENT_NOT_FOUND, "There is no list '" + key + "': choose another.", e)
                    .at("key", key);
        }
    }
}
