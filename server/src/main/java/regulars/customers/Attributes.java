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
        check(key, type, List.of());
        store.add(key, type, label, clock.instant());
        var all = store.all();
        check(key, type, all);
        return all.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    }

    /** Refuses a key that cannot be one, and a type that is not that of the known attribute of the key. */
    public static void check(String key, AttributeType type, List<Attribute> known) {
        if (!KEY.matcher(key).matches()) {
            throw new Fault(
                            CustomersFault.ATTRIBUTE_KEY_INVALID,
                            "'" + key
                                    + "' cannot name an attribute: take small Latin letters, digits and _, a letter first.")
                    .at("key", key);
        }
        for (Attribute one : known) {
            if (!one.key().equals(key) || one.type() == type) continue;
            throw new Fault(
                            CustomersFault.ATTRIBUTE_TYPE_CONFLICT,
                            "The attribute '" + key + "' holds values of type "
                                    + one.type().code() + ": map the column to another key, or take that type.")
                    .at("key", key)
                    .with("type", one.type().code());
        }
    }

    /** What people wrote, as values; an empty text takes the known value back. */
    Map<Attribute, @Nullable Object> values(Map<String, String> written) {
        var known = new HashMap<String, Attribute>();
        if (!written.isEmpty()) for (Attribute one : store.all()) known.put(one.key(), one);
        var values = new LinkedHashMap<Attribute, @Nullable Object>();
        written.forEach((key, text) -> {
            var attribute = known.get(key);
            if (attribute == null) throw unknown(key);
            var value = text.strip();
            values.put(attribute, value.isEmpty() ? null : attribute.type().parse(key, value));
        });
        return values;
    }

    private static Fault unknown(String key) {
        return new Fault(
                        CustomersFault.ATTRIBUTE_UNKNOWN,
                        "There is no attribute '" + key + "': an import makes one of a column.")
                .at("attributes." + key, key);
    }

    /** The names of the attributes by language, by key. */
    Map<String, Map<String, String>> labels() {
        return store.labels();
    }

    /** All, by key. */
    public List<Attribute> all() {
        return store.all();
    }
}
