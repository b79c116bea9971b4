package regulars.customers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Fault;
import regulars.kernel.Ids;
import schema.customers.tables.records.CustomObjectRecord;

/** Things that a company keeps of its customers and companies: added, changed, deleted and brought back. */
@Service
class CustomObjects {
    static final int MOST_OF_OWNER = 1000;
    private static final int LONGEST_KEY = 200;

    private final ObjectTypes types;
    private final ObjectStores stores;
    private final ObjectLists lists;
    private final Customers customers;
    private final CustomerIntake intake;
    private final Companies companies;
    private final ObjectConduct conduct;

    CustomObjects(
            ObjectTypes types,
            ObjectStores stores,
            ObjectLists lists,
            Customers customers,
            CustomerIntake intake,
            Companies companies,
            ObjectConduct conduct) {
        this.types = types;
        this.stores = stores;
        this.lists = lists;
        this.customers = customers;
        this.intake = intake;
        this.companies = companies;
        this.conduct = conduct;
    }

    @Transactional
    public ObjectView add(String typeKey, ObjectFields fields) {
        var type = types.find(typeKey);
        stores.objects().oneWriterAtATime(type.type().id());
        return lists.view(make(type, fields));
    }

    /** The object of that key as it is said, made where there is none yet. */
    @Transactional
    public ObjectView put(String typeKey, ObjectFields fields) {
        var type = types.find(typeKey);
        stores.objects().oneWriterAtATime(type.type().id());
        var key = key(Objects.requireNonNullElse(fields.key(), ""));
        if (key == null) throw badKey("");
        var holder = stores.objects().holder(type.type().id(), key);
        if (holder.isEmpty()) return lists.view(make(type, fields));
        var seen = stores.objects().find(holder.get().getId());
        if (seen.isEmpty()) throw elsewhere(key);
        return lists.view(said(type, seen.get(), fields));
    }

    @Transactional
    public ObjectView change(UUID id, ObjectFields fields) {
        var object = present(id);
        var type = lists.type(object);
        stores.objects().oneWriterAtATime(type.type().id());
        return lists.view(said(type, object, fields));
    }

    /** Out of every list; {@link #restore} brings it back. */
    @Transactional
    public void delete(UUID id) {
        var object = present(id);
        object.setDeletedAt(conduct.now());
        object.store();
        stores.values().happened(object.getNumber(), "deleted", null, conduct.by());
    }

    @Transactional
    public ObjectView restore(UUID id) {
        var object = lists.find(id);
        if (object.getDeletedAt() == null) return lists.view(object);
        var type = lists.type(object);
        stores.objects().oneWriterAtATime(type.type().id());
        if (object.getKey() != null) refuseTaken(object, object.getKey());
        object.setDeletedAt(null);
        object.store();
        stores.values().happened(object.getNumber(), "restored", null, conduct.by());
        return lists.view(object);
    }

    private CustomObjectRecord make(ObjectTypes.Usable type, ObjectFields fields) {
        var owner = owner(type.type(), fields);
        if (owner == null) {
            throw new Fault(
                            CustomersFault.OBJECT_NEEDS_OWNER,
                            "Say whose it is: objects of this type belong to a "
                                    + type.type().ownerKind().code() + ".")
                    .at(type.type().ownerKind() == ObjectOwnerKind.CUSTOMER ? "customerId" : "companyId", null)
                    .with("kind", type.type().ownerKind().code());
        }
        var values = values(type, fields);
        boolean empty = values.values().stream().allMatch(Objects::isNull)
                && Objects.requireNonNullElse(fields.key(), "").isBlank();
        if (empty) {
            throw new Fault(CustomersFault.OBJECT_EMPTY, "An object without a value says nothing: fill in one field.")
                    .at("attributes", null);
        }
        var object = stores.objects().fresh();
        object.setId(Ids.next(conduct.now()));
        object.setTypeId(type.type().id());
        object.setCreatedAt(conduct.now());
        object.setUpdatedAt(conduct.now());
        name(object, fields);
        title(type, object, values);
        object.store();
        stores.values().happened(object.getNumber(), "added", null, conduct.by());
        stores.values().write(object.getNumber(), values, conduct.by());
        give(object, owner);
        return object;
    }

    private CustomObjectRecord said(ObjectTypes.Usable type, CustomObjectRecord object, ObjectFields fields) {
        var values = values(type, fields);
        var owner = owner(type.type(), fields);
        var before = object.getKey();
        name(object, fields);
        if (!Objects.equals(before, object.getKey()))
            stores.values().happened(object.getNumber(), "key", object.getKey(), conduct.by());
        if (owner != null && !stores.objects().belongsTo(object.getNumber(), owner)) {
            give(object, owner);
            stores.values().happened(object.getNumber(), "owner", null, conduct.by());
        }
        stores.values().write(object.getNumber(), values, conduct.by());
        title(type, object, values);
        object.setUpdatedAt(conduct.now());
        object.store();
        return object;
    }

    private void give(CustomObjectRecord object, ObjectQuestion.Owner owner) {
        if (stores.objects().count(owner) >= MOST_OF_OWNER) {
            throw new Fault(
                            CustomersFault.OBJECTS_TOO_MANY,
                            "One owner has at most " + MOST_OF_OWNER + " objects: delete some first.")
                    .with("limit", MOST_OF_OWNER);
        }
        switch (owner.kind()) {
            case CUSTOMER -> {
                var id = Objects.requireNonNull(
                        customers.ids(List.of(owner.number())).get(owner.number()));
                long subject = intake.subjectByHand(new CustomerRef(owner.number(), id), conduct.actor());
                stores.objects().link(object.getNumber(), subject, null, conduct.now());
            }
            case COMPANY -> stores.objects().link(object.getNumber(), null, owner.number(), conduct.now());
        }
    }

    private ObjectQuestion.@Nullable Owner owner(ObjectType type, ObjectFields fields) {
        return switch (type.ownerKind()) {
            case CUSTOMER ->
                fields.customerId() == null
                        ? null
                        : new ObjectQuestion.Owner(
                                ObjectOwnerKind.CUSTOMER,
                                customers.find(fields.customerId()).number());
            case COMPANY ->
                fields.companyId() == null
                        ? null
                        : new ObjectQuestion.Owner(ObjectOwnerKind.COMPANY, companies.number(fields.companyId()));
        };
    }

    private Map<Attribute, @Nullable Object> values(ObjectTypes.Usable type, ObjectFields fields) {
        var known = new ArrayList<Attribute>();
        for (var one : type.fields()) known.add(one.attribute());
        var values = Attributes.values(fields.values(), known);
        conduct.requireEdited(type, values.keySet());
        return values;
    }

    private void name(CustomObjectRecord object, ObjectFields fields) {
        if (fields.key() == null) return;
        var key = key(fields.key());
        if (key != null) refuseTaken(object, key);
        object.setKey(key);
    }

    private void refuseTaken(CustomObjectRecord object, String key) {
        var holder = stores.objects().holder(object.getTypeId(), key);
        if (holder.isEmpty() || holder.get().getId().equals(object.getId())) return;
        if (stores.objects().find(holder.get().getId()).isEmpty()) throw elsewhere(key);
        throw new Fault(
                        CustomersFault.OBJECT_EXISTS,
                        "There is an object '" + key + "' of this type already: change that one, or take another key.")
                .at("key", key);
    }

    private static void title(
            ObjectTypes.Usable type, CustomObjectRecord object, Map<Attribute, @Nullable Object> values) {
        var title = type.title();
        if (title == null || !values.containsKey(title.attribute())) return;
        var value = values.get(title.attribute());
        var text = value instanceof BigDecimal number
                ? number.stripTrailingZeros().toPlainString()
                : Objects.toString(value, "");
        object.setTitle(text);
    }

    private static @Nullable String key(String said) {
        var key = said.strip();
        if (key.length() > LONGEST_KEY || key.chars().anyMatch(Character::isISOControl)) throw badKey(key);
        return key.isEmpty() ? null : key;
    }

    private static Fault badKey(String key) {
        return new Fault(
                        CustomersFault.OBJECT_KEY_INVALID,
                        "A key has between 1 and " + LONGEST_KEY + " characters on one line.")
                .at("key", key.substring(0, Math.min(key.length(), LONGEST_KEY)))
                .with("limit", LONGEST_KEY);
    }

    private static Fault elsewhere(String key) {
        return new Fault(
                        CustomersFault.OBJECT_ELSEWHERE,
                        "A colleague looks after the object of this key: ask who sees every customer.")
                .at("key", key);
    }

    private CustomObjectRecord present(UUID id) {
        var object = lists.find(id);
        if (object.getDeletedAt() != null) throw ObjectLists.missing(id);
        return object;
    }
}
