package regulars.customers;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import regulars.kernel.Actor;
import regulars.kernel.Fault;

/** Addresses that are known not to work, taken out of use for many: the key is {@code email} or {@code phone}. */
@Component
class ContactBulk implements BulkKind {
    private static final String MARKED = "marked invalid with others";
    private static final String BETWEEN = "\n";

    private final Customers customers;
    private final ContactStore contacts;
    private final FieldRights rights;

    ContactBulk(Customers customers, ContactStore contacts, FieldRights rights) {
        this.customers = customers;
        this.contacts = contacts;
        this.rights = rights;
    }

    @Override
    public String code() {
        return "contact_invalid";
    }

    @Override
    public BulkChange settle(BulkChange asked, boolean dry) {
        var kind = kind(asked.key());
        rights.sight().requireEdited(kind.key());
        return new BulkChange(code(), kind.key(), "", "");
    }

    /** Whoever has no such address that is in use. */
    @Override
    public Map<Integer, Boolean> alreadySo(Collection<Integer> numbers, BulkChange change) {
        var used = contacts.inUse(numbers, kind(change.key()));
        var so = new HashMap<Integer, Boolean>();
        for (var one : customers.present(numbers)) so.put(one.number(), !used.containsKey(one.number()));
        return so;
    }

    @Override
    public List<BulkItem> apply(List<Integer> numbers, BulkChange change, Actor actor) {
        var kind = kind(change.key());
        var used = contacts.inUse(numbers, kind);
        customers.withdrawAddresses(used.keySet(), kind, MARKED);
        return used.entrySet().stream()
                .map(one -> new BulkItem(one.getKey(), String.join(BETWEEN, one.getValue()), 0))
                .toList();
    }

    /** An address that was marked for another reason since, or came into use again, stays as it is. */
    @Override
    public Set<Integer> restore(List<BulkItem> items, BulkChange change, Actor actor) {
        var kind = kind(change.key());
        var restored = new HashSet<Integer>();
        var present = new HashMap<Integer, CustomerRef>();
        customers
                .present(items.stream().map(BulkItem::customer).toList())
                .forEach(one -> present.put(one.number(), one));
        for (BulkItem item : items) {
            var one = present.get(item.customer());
            var former = item.former();
            if (one == null || former == null) continue;
            for (var address : former.split(BETWEEN)) customers.restoreAddress(one, kind, address, MARKED);
            if (!contacts.inUse(List.of(one.number()), kind).isEmpty()) restored.add(one.number());
        }
        customers.refresh(restored);
        return restored;
    }

    private static ProfileField kind(String key) {
        for (var kind : List.of(ProfileField.EMAIL, ProfileField.PHONE))
            if (kind.key().equals(key)) return kind;
        throw new Fault(
                        CustomersFault.BULK_FIELD_UNKNOWN,
                        "'" + key + "' is no kind of address: choose email or phone.")
                .at("key", key)
                .with("known", "email, phone");
    }
}
