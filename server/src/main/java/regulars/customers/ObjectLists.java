package regulars.customers;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import regulars.access.ActorNames;
import regulars.kernel.Fault;
import regulars.kernel.Slice;
import schema.customers.tables.records.CustomObjectRecord;

/** Objects as the caller may see them. */
@Service
class ObjectLists {
    private final ObjectTypes types;
    private final ObjectStores stores;
    private final Customers customers;
    private final Companies companies;
    private final FieldRights rights;
    private final ActorNames names;

    ObjectLists(
            ObjectTypes types,
            ObjectStores stores,
            Customers customers,
            Companies companies,
            FieldRights rights,
            ActorNames names) {
        this.types = types;
        this.stores = stores;
        this.customers = customers;
        this.companies = companies;
        this.rights = rights;
        this.names = names;
    }

    /**
     * What somebody asks for.
     *
     * @param type the key of one
     */
    record Wanted(
            String type,
            @Nullable UUID customer,
            @Nullable UUID company,
            @Nullable String search,
            ObjectQuestion.@Nullable Order order) {}

    Slice<ObjectView> page(Wanted wanted, @Nullable Long after, int size) {
        var type = types.find(wanted.type());
        var sight = rights.sight();
        var title = type.title();
        boolean titles = title == null || sight.sees(title.field());
        var order = wanted.order() == null ? ObjectQuestion.Order.NEWEST : wanted.order();
        if (order == ObjectQuestion.Order.TITLE && title != null) sight.requireSeen(title.field());
        var question = new ObjectQuestion(type.type().id(), owner(wanted), wanted.search(), titles, order, after);
        var rows = stores.objects().page(question, size + 1);
        var shown = rows.size() > size ? rows.subList(0, size) : rows;
        var items = views(shown, Map.of(type.type().id(), type));
        return new Slice<>(
                items, rows.size() > size ? shown.getLast().getNumber().toString() : null);
    }

    private ObjectQuestion.@Nullable Owner owner(Wanted wanted) {
        if (wanted.customer() != null) {
            return new ObjectQuestion.Owner(
                    ObjectOwnerKind.CUSTOMER, customers.find(wanted.customer()).number());
        }
        return wanted.company() == null
                ? null
                : new ObjectQuestion.Owner(ObjectOwnerKind.COMPANY, companies.number(wanted.company()));
    }

    /** A deleted one too. */
    ObjectView get(UUID id) {
        return view(find(id));
    }

    ObjectView view(CustomObjectRecord object) {
        return views(List.of(object), Map.of(object.getTypeId(), type(object))).getFirst();
    }

    CustomObjectRecord find(UUID id) {
        return stores.objects().find(id).orElseThrow(() -> missing(id));
    }

    static Fault missing(UUID id) {
        return new Fault(CustomersFault.OBJECT_NOT_FOUND, "There is no object " + id + ": it may have been deleted.")
                .at("id", id);
    }

    /** Of an object; one of an archived type does not exist for the screens. */
    ObjectTypes.Usable type(CustomObjectRecord object) {
        return types.find(types.get(object.getTypeId()).key());
    }

    private List<ObjectView> views(List<CustomObjectRecord> objects, Map<Integer, ObjectTypes.Usable> known) {
        var numbers = objects.stream().map(CustomObjectRecord::getNumber).toList();
        var values = stores.values().values(numbers);
        var owners = stores.objects().owners(numbers);
        var shown = new HashSet<AttributeDefinition>();
        var views = objects.stream()
                .map(one -> {
                    var type = known.getOrDefault(one.getTypeId(), type(one));
                    var own = shown(type, values.getOrDefault(one.getNumber(), Map.of()), shown);
                    return new ObjectView(
                            one.getId(),
                            type.type().key(),
                            one.getKey(),
                            title(type, one),
                            own,
                            owners.get(one.getNumber()),
                            one.getCreatedAt(),
                            one.getUpdatedAt(),
                            one.getDeletedAt() != null);
                })
                .toList();
        var subject = views.size() == 1 ? views.getFirst().id().toString() : views.size() + " objects";
        rights.readOfObjects(subject, shown);
        return views;
    }

    private Map<String, Object> shown(
            ObjectTypes.Usable type, Map<String, Object> values, Set<AttributeDefinition> shown) {
        var sight = rights.sight();
        var own = new TreeMap<String, Object>();
        for (var field : type.fields()) {
            var value = values.get(field.attribute().key());
            if (value == null || !sight.sees(field.field())) continue;
            own.put(field.attribute().key(), value);
            shown.add(field);
        }
        return own;
    }

    private String title(ObjectTypes.Usable type, CustomObjectRecord object) {
        var title = type.title();
        return title == null || rights.sight().sees(title.field()) ? object.getTitle() : "";
    }

    /**
     * What happened to an object.
     *
     * @param what {@code added}, {@code field}, {@code key}, {@code owner}, {@code deleted} or {@code restored}
     * @param actorName null once they are gone without a trace
     */
    record ObjectChange(
            String what,
            @Nullable String attribute,
            @Nullable Object value,
            String actor,
            @Nullable String actorName,
            Instant at) {}

    /** The latest first, of the fields that the caller sees. */
    List<ObjectChange> history(UUID id) {
        var object = find(id);
        var fields = new HashMap<String, AttributeDefinition>();
        var sight = rights.sight();
        for (var one : type(object).fields())
            if (sight.sees(one.field())) fields.put(one.attribute().key(), one);
        var changes = stores.values().changes(object.getNumber()).stream()
                .filter(one -> one.attribute() == null || fields.containsKey(one.attribute()))
                .toList();
        var shown = new HashSet<AttributeDefinition>();
        for (var one : changes) if (one.attribute() != null) shown.add(fields.get(one.attribute()));
        rights.readOfObjects(id.toString(), shown);
        var actors = names.of(
                changes.stream().map(one -> one.by().actor()).distinct().toList());
        return changes.stream()
                .map(one -> new ObjectChange(
                        one.what(),
                        one.attribute(),
                        one.value(),
                        one.by().actor(),
                        actors.get(one.by().actor()),
                        one.by().at()))
                .toList();
    }
}
