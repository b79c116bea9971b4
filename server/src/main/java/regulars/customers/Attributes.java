package regulars.customers;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Fault;

/** The custom attributes that this company keeps of its customers. */
@Service
public class Attributes {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final AttributeStore store;
    private final InstantSource clock;

    Attributes(AttributeStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The attribute of that key, made when there is none; one that exists keeps its type, which must be the same. */
    @Transactional
    public Attribute define(String key, AttributeType type, Map<String, String> label) {
        check(key, type);
        store.add(AttributeOwner.CUSTOMERS, key, type, label, clock.instant());
        return store.definitions().stream()
                .map(AttributeDefinition::attribute)
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** Refuses a key that cannot be one, and a type that is not that of the known attribute of the key. */
    public void check(String key, AttributeType type) {
        checkKey(key);
        var known = store.definitions().stream()
                .map(AttributeDefinition::attribute)
                .filter(one -> one.key().equals(key))
                .findFirst();
        known.ifPresentOrElse(one -> checkKnown(one, type), () -> checkNew(key, type));
    }

    static void checkKey(String key) {
        if (KEY.matcher(key).matches()) return;
        throw new Fault(
                        CustomersFault.ATTRIBUTE_KEY_INVALID,
                        "'" + key
                                + "' cannot name an attribute: take small Latin letters, digits and _, a letter first.")
                .at("key", key);
    }

    private static void checkKnown(Attribute known, AttributeType type) {
        if (known.archived()) {
            throw new Fault(
                            CustomersFault.ATTRIBUTE_ARCHIVED,
                            "The attribute '" + known.key() + "' is archived: restore it in the settings first.")
                    .at("key", known.key());
        }
        if (known.type() == type) return;
        throw new Fault(
                        CustomersFault.ATTRIBUTE_TYPE_CONFLICT,
                        "The attribute '" + known.key() + "' holds values of type "
                                + known.type().code() + ": map the column to another key, or take that type.")
                .at("key", known.key())
                .with("type", known.type().code());
    }

    private static void checkNew(String key, AttributeType type) {
        if (type != AttributeType.CHOICE) return;
        throw new Fault(
                        CustomersFault.ATTRIBUTE_OPTIONS_INVALID,
                        "A choice needs its options: make the attribute '" + key + "' in the settings first.")
                .at("key", key)
                .with("limit", AttributeDefinitions.MOST_OPTIONS);
    }

    /** What people wrote, as values; an empty text takes the known value back. */
    Map<Attribute, @Nullable Object> values(Map<String, String> written) {
        return values(written, written.isEmpty() ? List.of() : all());
    }

    /** The same for whatever has those fields. */
    static Map<Attribute, @Nullable Object> values(Map<String, String> written, List<Attribute> fields) {
        var known = new HashMap<String, Attribute>();
        for (Attribute one : fields) known.put(one.key(), one);
        var values = new LinkedHashMap<Attribute, @Nullable Object>();
        written.forEach((key, text) -> {
            var attribute = known.get(key);
            if (attribute == null) throw unknown(key);
            var value = text.strip();
            values.put(attribute, value.isEmpty() ? null : attribute.parse(value));
        });
        return values;
    }

    private static Fault unknown(String key) {
        return new Fault(
                        CustomersFault.ATTRIBUTE_UNKNOWN,
                        "There is no attribute '" + key + "': make one in the settings, or by an import.")
                .at("attributes." + key, key);
    }

    /** The one in use of that key. */
    Attribute find(String key) {
        return all().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow(() -> unknown(key));
    }

    /** Those in use, in the order that the company gave them. */
    public List<AttributeDefinition> definitions() {
        return store.definitions().stream()
                .filter(one -> !one.attribute().archived())
                .toList();
    }

    /** Those in use, in the order that the company gave them. */
    public List<Attribute> all() {
        return definitions().stream().map(AttributeDefinition::attribute).toList();
    }
}
