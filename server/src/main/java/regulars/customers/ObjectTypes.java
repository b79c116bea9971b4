package regulars.customers;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Fault;

/** Types of objects as somebody makes them at a screen. The key, and what they belong to, stay. */
@Service
public class ObjectTypes {
    static final int MOST = 50;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ICON = 30;
    private static final int PORTION = 1000;
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,30}");

    private final ObjectTypeStore store;
    private final AttributeStore attributes;
    private final AttributeDefinitions definitions;
    private final ObjectRemovalStore removal;
    private final List<AttributeUse> uses;
    private final FieldRights rights;
    private final InstantSource clock;

    ObjectTypes(
            ObjectTypeStore store,
            AttributeStore attributes,
            AttributeDefinitions definitions,
            ObjectRemovalStore removal,
            List<AttributeUse> uses,
            FieldRights rights,
            InstantSource clock) {
        this.store = store;
        this.attributes = attributes;
        this.definitions = definitions;
        this.removal = removal;
        this.uses = List.copyOf(uses);
        this.rights = rights;
        this.clock = clock;
    }

    /** A type with those of its fields that are in use, in the company's order. */
    public record Usable(ObjectType type, List<AttributeDefinition> fields) {
        public Usable {
            fields = List.copyOf(fields);
        }

        /** The field that its objects are called by. */
        @Nullable
        AttributeDefinition title() {
            for (var one : fields) if (Objects.equals(one.attribute().id(), type.titleAttribute())) return one;
            return null;
        }
    }

    /** Those in use, with the fields that the caller sees. */
    public List<Usable> seen() {
        var sight = rights.sight();
        return whole().stream()
                .map(one -> new Usable(
                        one.type,
                        one.fields.stream()
                                .filter(field -> sight.sees(field.field()))
                                .toList()))
                .toList();
    }

    /** Those in use, with every field in use. */
    public List<Usable> whole() {
        return store.all().stream()
                .filter(type -> !type.archived())
                .map(this::usable)
                .toList();
    }

    private Usable usable(ObjectType type) {
        return new Usable(
                type,
                attributes.definitions(type.owner()).stream()
                        .filter(one -> !one.attribute().archived())
                        .toList());
    }

    /** One in use, by its key, with every field in use. */
    Usable find(String key) {
        return store.all().stream()
                .filter(one -> one.key().equals(key) && !one.archived())
                .findFirst()
                .map(this::usable)
                .orElseThrow(() -> new Fault(
                                CustomersFault.OBJECT_TYPE_UNKNOWN,
                                "There is no type of objects '" + key + "' in use: make it in the settings first.")
                        .at("type", key));
    }

    /** The archived too. */
    List<ObjectType> all() {
        return store.all();
    }

    Map<Integer, Integer> counts() {
        return store.counts();
    }

    ObjectType get(int id) {
        return store.all().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new Fault(
                                CustomersFault.OBJECT_TYPE_NOT_FOUND,
                                "There is no type of objects " + id + ": it was deleted meanwhile.")
                        .at("id", id));
    }

    /** Whose fields are meant by a type's id; null means customers'. */
    AttributeOwner owner(@Nullable Integer type) {
        return type == null ? AttributeOwner.CUSTOMERS : get(type).owner();
    }

    @Transactional
    public ObjectType add(String key, ObjectOwnerKind ownerKind, ObjectTypeWish wish, List<ObjectTypeField> fields) {
        var checked = checked(wish);
        store.oneWriterAtATime();
        var known = store.all();
        if (!KEY.matcher(key).matches()) {
            throw new Fault(
                            CustomersFault.OBJECT_TYPE_KEY_INVALID,
                            "'" + key + "' cannot name a type: take at most 31 small Latin letters, digits and _,"
                                    + " a letter first.")
                    .at("key", key);
        }
        if (known.stream().anyMatch(one -> one.key().equals(key))) {
            throw new Fault(
                            CustomersFault.OBJECT_TYPE_EXISTS,
                            "There is a type '" + key + "' already, maybe an archived one: choose another key.")
                    .at("key", key);
        }
        if (known.size() >= MOST) {
            throw new Fault(
                            CustomersFault.OBJECT_TYPES_TOO_MANY,
                            "There are " + MOST + " types of objects, and no more can be: delete one first.")
                    .with("limit", MOST);
        }
        int id = store.add(key, ownerKind, checked, clock.instant());
        var owner = new AttributeOwner(id, key);
        for (var field : fields) definitions.add(owner, field.key(), field.type(), field.wish());
        return change(id, wish);
    }

    @Transactional
    public ObjectType change(int id, ObjectTypeWish wish) {
        var type = get(id);
        store.change(id, checked(wish));
        var title = wish.titleField();
        if (title != null) title(type, title);
        return get(id);
    }

    private void title(ObjectType type, String key) {
        var field = attributes.definitions(type.owner()).stream()
                .map(AttributeDefinition::attribute)
                .filter(one -> one.key().equals(key))
                .filter(one -> one.type() == AttributeType.TEXT || one.type() == AttributeType.NUMBER)
                .findFirst()
                .orElseThrow(() -> new Fault(
                                CustomersFault.OBJECT_TITLE_INVALID,
                                "'" + key
                                        + "' cannot be the title: choose a field of the type that is a text or a number.")
                        .at("titleField", key));
        if (!Objects.equals(type.titleAttribute(), field.id())) store.title(type.id(), field.id());
    }

    /** Takes it from the screens; its objects stay, and {@link #restore} brings it back. */
    ObjectType archive(int id) {
        get(id);
        store.archive(id, clock.instant());
        return get(id);
    }

    ObjectType restore(int id) {
        get(id);
        store.archive(id, null);
        return get(id);
    }

    /** Puts those named first, in that order. */
    @Transactional
    public void arrange(List<Integer> ids) {
        store.arrange(ids);
    }

    /**
     * Deletes it for good, with its fields and objects.
     *
     * @param objects how many whoever asks knows to go with it; another number refuses
     */
    void delete(int id, int objects) {
        var type = get(id);
        for (AttributeUse use : uses) {
            use.of(FieldSight.ofObjects(type.key())).ifPresent(name -> {
                throw new Fault(
                                CustomersFault.OBJECT_TYPE_IN_USE,
                                "'" + name + "' asks about '" + type.key()
                                        + "': change that first, or archive the type.")
                        .with("name", name);
            });
        }
        int known = store.counts().getOrDefault(id, 0);
        if (known != objects) {
            throw new Fault(
                            CustomersFault.OBJECT_TYPE_HAS_OBJECTS,
                            "'" + type.key() + "' has " + known + " objects: confirm that they go with it.")
                    .with("count", known);
        }
        store.archive(id, clock.instant()); // nobody adds an object while they are removed
        int removed = PORTION;
        while (removed == PORTION) removed = removal.removeOfType(id, PORTION);
        attributes.definitions(type.owner()).forEach(definitions::drop);
        store.delete(id);
    }

    /** A wish that can be had. */
    record Checked(Map<String, String> one, Map<String, String> many, String icon) {}

    private static Checked checked(ObjectTypeWish wish) {
        var one = named("one", wish.one());
        var many = named("many", wish.many());
        var icon = Objects.requireNonNullElse(wish.icon(), "").strip();
        if (icon.length() > LONGEST_ICON) throw incomplete("icon");
        return new Checked(one, many, icon.isEmpty() ? "box" : icon);
    }

    private static Map<String, String> named(String field, @Nullable Map<String, String> names) {
        var named = new TreeMap<String, String>();
        for (String language : Tags.LANGUAGES) {
            var name = Objects.requireNonNullElse(names, Map.<String, String>of())
                    .getOrDefault(language, "")
                    .strip();
            if (name.length() > LONGEST_NAME) throw incomplete(field);
            if (!name.isEmpty()) named.put(language, name);
        }
        if (named.isEmpty()) throw incomplete(field);
        return named;
    }

    private static Fault incomplete(String field) {
        return new Fault(
                        CustomersFault.OBJECT_TYPE_INCOMPLETE,
                        "Give the type a name for one and for several, each of at most " + LONGEST_NAME
                                + " characters, in one language at least.")
                .at(field, null)
                .with("limit", LONGEST_NAME);
    }
}
