package regulars.customers;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import regulars.access.Colleagues;
import regulars.kernel.Actor;
import regulars.kernel.Fault;

/** Many customers handed over to one of us, or to nobody with an empty key. The value is the name. */
@Component
class OwnerBulk implements BulkKind {
    private final OwnerStore store;
    private final Colleagues colleagues;

    OwnerBulk(OwnerStore store, Colleagues colleagues) {
        this.store = store;
        this.colleagues = colleagues;
    }

    @Override
    public String code() {
        return "owner";
    }

    @Override
    public BulkChange settle(BulkChange asked, boolean dry) {
        var owner = owner(asked.key());
        colleagues.requireGivable(owner);
        var name = colleagues.inSight().stream()
                .filter(one -> one.id().equals(owner))
                .map(Colleagues.Colleague::name)
                .findFirst()
                .orElse("");
        return new BulkChange(code(), owner == null ? "" : owner.toString(), name, "");
    }

    @Override
    public Map<Integer, Boolean> alreadySo(Collection<Integer> numbers, BulkChange change) {
        var owner = owner(change.key());
        var so = new HashMap<Integer, Boolean>();
        store.owners(numbers).forEach((number, one) -> so.put(number, Objects.equals(one.orElse(null), owner)));
        return so;
    }

    @Override
    public List<BulkItem> apply(List<Integer> numbers, BulkChange change, Actor actor) {
        var owner = owner(change.key());
        var items = store.owners(numbers).entrySet().stream()
                .filter(one -> !Objects.equals(one.getValue().orElse(null), owner))
                .map(one -> new BulkItem(
                        one.getKey(), one.getValue().map(UUID::toString).orElse(null), 0))
                .toList();
        store.own(items.stream().map(BulkItem::customer).toList(), owner, actor);
        return items;
    }

    /** Whoever still belongs to whom they were handed over to was not changed since. */
    @Override
    public Set<Integer> restore(List<BulkItem> items, BulkChange change, Actor actor) {
        var unchanged = alreadySo(items.stream().map(BulkItem::customer).toList(), change);
        var restored = new HashSet<Integer>();
        for (BulkItem item : items) {
            if (!unchanged.getOrDefault(item.customer(), false)) continue;
            var former = item.former();
            store.own(List.of(item.customer()), former == null ? null : UUID.fromString(former), actor);
            restored.add(item.customer());
        }
        return restored;
    }

    private static @Nullable UUID owner(String key) {
        try {
            return key.isBlank() ? null : UUID.fromString(key.strip());
        } catch (IllegalArgumentException e) {
            throw new Fault(
                            CustomersFault.BULK_FIELD_UNKNOWN,
                            "'" + key + "' is none of us: choose somebody of the list of colleagues.",
                            e)
                    .at("key", key)
                    .with("known", "");
        }
    }
}
