package regulars.customers;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Fault;

/** Attributes as somebody makes them at a screen. The key and the type stay; all else can be changed. */
@Service
class AttributeDefinitions {
    static final int MOST_OPTIONS = 200;
    static final int MOST_OF_OBJECTS = 100;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PURPOSE = 500;
    private static final int LONGEST_OPTION = 60;
    private static final int LONGEST_RETENTION = 36_500;

    private final AttributeStore store;
    private final ObjectTypeStore types;
    private final AttributeDefinitionStore definitions;
    private final AttributeRemoval removal;
    private final List<AttributeUse> uses;
    private final FieldRights rights;
    private final InstantSource clock;

    AttributeDefinitions(
            AttributeStore store,
            ObjectTypeStore types,
            AttributeDefinitionStore definitions,
            AttributeRemoval removal,
            List<AttributeUse> uses,
            FieldRights rights,
            InstantSource clock) {
        this.store = store;
        this.types = types;
        this.definitions = definitions;
        this.removal = removal;
        this.uses = List.copyOf(uses);
        this.rights = rights;
        this.clock = clock;
    }

    /** All of the owner that the caller sees but tags, which make themselves. */
    List<AttributeDefinition> all(AttributeOwner owner) {
        return seen(store.definitions(owner).stream()).toList();
    }

    private Stream<AttributeDefinition> seen(Stream<AttributeDefinition> several) {
        var sight = rights.sight();
        return several.filter(one -> sight.sees(one.field())).filter(one -> !isTag(one));
    }

    private static boolean isTag(AttributeDefinition one) {
        return one.owner().equals(AttributeOwner.CUSTOMERS)
                && Tags.isTag(one.attribute().key());
    }

    AttributeDefinition get(int id) {
        return any(seen(store.everyDefinition().stream()), id);
    }

    private static AttributeDefinition any(Stream<AttributeDefinition> several, int id) {
        return several.filter(one -> one.attribute().id() == id)
                .findFirst()
                .orElseThrow(() -> new Fault(
                                CustomersFault.ATTRIBUTE_NOT_FOUND,
                                "There is no attribute " + id + ": it was deleted meanwhile.")
                        .at("id", id));
    }

    /** How many customers' sources, or objects, have a value of each, by attribute. */
    Map<Integer, Long> counts() {
        return definitions.counts();
    }

    @Transactional
    public AttributeDefinition add(AttributeOwner owner, String key, AttributeType type, AttributeWish wish) {
        Attributes.checkKey(key);
        var known = store.definitions(owner);
        var objectType = owner.objectType();
        if (objectType == null && Tags.isTag(key)) {
            throw new Fault(
                            CustomersFault.ATTRIBUTE_KEY_INVALID,
                            "Keys that begin with " + Tags.PREFIX + " are those of tags: choose another.")
                    .at("key", key);
        }
        if (known.stream().anyMatch(one -> one.attribute().key().equals(key))) {
            throw new Fault(
                            CustomersFault.ATTRIBUTE_EXISTS,
                            "There is an attribute '" + key + "' already, maybe an archived one: choose another key.")
                    .at("key", key);
        }
        if (objectType != null && known.size() >= MOST_OF_OBJECTS) {
            throw new Fault(
                            CustomersFault.OBJECT_FIELDS_TOO_MANY,
                            "A type of objects has at most " + MOST_OF_OBJECTS + " fields: delete one first.")
                    .at("key", key)
                    .with("limit", MOST_OF_OBJECTS);
        }
        var checked = checked(type, wish, Sensitivity.ORDINARY);
        store.add(owner, key, type, checked.label(), clock.instant());
        int id = store.definitions(owner).stream()
                .map(AttributeDefinition::attribute)
                .filter(one -> one.key().equals(key))
                .mapToInt(Attribute::id)
                .findFirst()
                .orElseThrow();
        definitions.change(id, checked);
        if (objectType != null && type == AttributeType.TEXT) types.titleUnlessAny(objectType, id);
        rights.put(owner.field(key), seenBy(wish, checked, null), wish.editedBy());
        return any(store.everyDefinition().stream(), id);
    }

    /** Who sees it where the wish does not say: of a special one owners only, until somebody says otherwise. */
    private @Nullable Set<String> seenBy(AttributeWish wish, Checked checked, @Nullable AttributeDefinition before) {
        if (wish.seenBy() != null || checked.sensitivity() != Sensitivity.SPECIAL) return wish.seenBy();
        if (before == null || before.sensitivity() != Sensitivity.SPECIAL) return Set.of();
        return audiences()
                .getOrDefault(before.field(), FieldRight.everybodys(before.field()))
                .seenBy();
    }

    /** Who sees and changes which, by field. */
    Map<String, FieldRight> audiences() {
        return rights.all();
    }

    @Transactional
    public AttributeDefinition change(int id, AttributeWish wish) {
        var definition = get(id);
        var before = definition.attribute();
        var checked = checked(before.type(), wish, definition.sensitivity());
        var kept = new HashSet<String>();
        checked.options().forEach(option -> kept.add(option.code()));
        for (AttributeOption option : before.options()) {
            if (kept.contains(option.code())) continue;
            long used = definitions.uses(before, option.code());
            if (used == 0) continue;
            throw new Fault(
                            CustomersFault.ATTRIBUTE_OPTION_USED,
                            "'" + option.code() + "' is the value of " + used
                                    + " records: keep it, or change their values first.")
                    .at("options", option.code())
                    .with("count", used);
        }
        definitions.change(id, checked);
        rights.put(definition.field(), seenBy(wish, checked, definition), wish.editedBy());
        return any(store.everyDefinition().stream(), id);
    }

    /** Takes it from the screens; its values stay, and {@link #restore} brings it back. */
    AttributeDefinition archive(int id) {
        get(id);
        definitions.archive(id, clock.instant());
        return get(id);
    }

    AttributeDefinition restore(int id) {
        get(id);
        definitions.archive(id, null);
        return get(id);
    }

    /** Puts those named first, in that order. */
    @Transactional
    public void arrange(List<Integer> ids) {
        definitions.arrange(ids);
    }

    /**
     * Deletes it for good.
     *
     * @param values how many of them whoever asks knows to go with it; another number refuses
     */
    void delete(int id, long values) {
        var definition = get(id);
        var attribute = definition.attribute();
        for (AttributeUse use : uses) {
            use.of(definition.field()).ifPresent(name -> {
                throw new Fault(
                                CustomersFault.ATTRIBUTE_IN_USE,
                                "'" + name + "' asks about '" + attribute.key()
                                        + "': change that first, or archive it.")
                        .with("name", name);
            });
        }
        long known = definitions.counts().getOrDefault(id, 0L);
        if (known != values) {
            throw new Fault(
                            CustomersFault.ATTRIBUTE_HAS_VALUES,
                            "'" + attribute.key() + "' has " + known + " values: confirm that they go with it.")
                    .with("count", known);
        }
        definitions.archive(id, clock.instant()); // nobody writes a value while they are removed
        drop(definition);
    }

    /** The same without asking anything. */
    void drop(AttributeDefinition definition) {
        removal.all(definition);
        definitions.delete(definition.attribute().id());
        rights.forget(definition.field());
    }

    private static Checked checked(AttributeType type, AttributeWish wish, Sensitivity known) {
        var label = named(Objects.requireNonNullElse(wish.label(), Map.of()));
        var purpose = Objects.requireNonNullElse(wish.purpose(), "").strip();
        if (label.isEmpty()) throw incomplete("label", "Give the attribute a name in one language at least.");
        if (purpose.isEmpty() || purpose.length() > LONGEST_PURPOSE) {
            throw incomplete("purpose", "Say in at most " + LONGEST_PURPOSE + " characters why this is kept.");
        }
        var days = wish.retentionDays();
        if (days != null && (days < 1 || days > LONGEST_RETENTION)) {
            throw new Fault(
                            CustomersFault.ATTRIBUTE_RETENTION_INVALID,
                            "Values can be kept for 1 to " + LONGEST_RETENTION + " days, or for ever.")
                    .at("retentionDays", days)
                    .with("limit", LONGEST_RETENTION);
        }
        return new Checked(
                label,
                purpose,
                days,
                Objects.requireNonNullElse(wish.sensitivity(), known),
                Objects.requireNonNullElse(wish.basis(), AttributeBasis.REFERENCE),
                options(type, Objects.requireNonNullElse(wish.options(), List.of())));
    }

    /** A wish that can be had. */
    record Checked(
            Map<String, String> label,
            String purpose,
            @Nullable Integer retentionDays,
            Sensitivity sensitivity,
            AttributeBasis basis,
            List<AttributeOption> options) {}

    private static Map<String, String> named(Map<String, String> label) {
        var named = new TreeMap<String, String>();
        for (String language : Tags.LANGUAGES) {
            var name = label.getOrDefault(language, "").strip();
            if (name.length() > LONGEST_NAME) {
                throw incomplete("label", "A name has at most " + LONGEST_NAME + " characters.");
            }
            if (!name.isEmpty()) named.put(language, name);
        }
        return named;
    }

    private static Fault incomplete(String field, String message) {
        return new Fault(CustomersFault.ATTRIBUTE_INCOMPLETE, message).at(field, null);
    }

    private static List<AttributeOption> options(AttributeType type, List<AttributeOption> wished) {
        boolean choice = type == AttributeType.CHOICE;
        var codes = new HashSet<String>();
        boolean sound = wished.size() <= MOST_OPTIONS
                && (!choice || !wished.isEmpty())
                && (choice || type == AttributeType.LIST || wished.isEmpty());
        for (AttributeOption one : wished) {
            var code = one.code().strip();
            sound &= !code.isEmpty() && code.length() <= LONGEST_OPTION && code.equals(one.code());
            sound &= code.chars().noneMatch(c -> ";|,".indexOf(c) >= 0 || Character.isISOControl(c));
            sound &= codes.add(code.toLowerCase(Locale.ROOT));
        }
        if (!sound) {
            throw new Fault(
                            CustomersFault.ATTRIBUTE_OPTIONS_INVALID,
                            "A choice has 1 to " + MOST_OPTIONS + " different options, each of 1 to " + LONGEST_OPTION
                                    + " characters without , ; and |.")
                    .at("options", null)
                    .with("limit", MOST_OPTIONS);
        }
        return wished.stream()
                .map(one -> new AttributeOption(one.code(), named(one.label())))
                .toList();
    }
}
