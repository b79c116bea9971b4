package regulars.collect;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.springframework.stereotype.Service;

/** The immutable numbers that events, orders and consents carry instead of a person. A number is never reused. */
@Service
public class Subjects {
    private final SubjectStore store;
    private final InstantSource clock;

    Subjects(SubjectStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The number of the key, given at its first sight. */
    public long number(SubjectKey key) {
        return Objects.requireNonNull(numbers(List.of(key)).get(key));
    }

    /** The numbers of all the keys, given at their first sight; a handful of statements whatever their count. */
    public Map<SubjectKey, Long> numbers(Collection<SubjectKey> keys) {
        var missing = new TreeSet<>(keys);
        var numbers = new HashMap<SubjectKey, Long>();
        if (missing.isEmpty()) return numbers;
        numbers.putAll(store.find(missing));
        missing.removeAll(numbers.keySet());
        if (missing.isEmpty()) return numbers;
        numbers.putAll(store.add(missing, clock.instant()));
        missing.removeAll(numbers.keySet());
        if (!missing.isEmpty()) numbers.putAll(store.find(missing)); // another writer was first
        return numbers;
    }

    /** The numbers of those keys that were seen before. */
    public Map<SubjectKey, Long> known(Collection<SubjectKey> keys) {
        return keys.isEmpty() ? Map.of() : store.find(new TreeSet<>(keys));
    }

    /** What the numbers stand for. */
    public Map<Long, SubjectKey> keys(Collection<Long> numbers) {
        return numbers.isEmpty() ? Map.of() : store.keys(numbers);
    }
}
