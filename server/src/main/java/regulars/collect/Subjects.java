package regulars.collect;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The immutable numbers that events, orders and consents carry instead of a person. A number is never reused. */
@Service
public class Subjects {
    private final SubjectStore store;
    private final ErasedKey erased;
    private final InstantSource clock;

    Subjects(SubjectStore store, ErasedKey erased, InstantSource clock) {
        this.store = store;
        this.erased = erased;
        this.clock = clock;
    }

    /** The number of the key, given at its first sight. */
    public long number(SubjectKey key) {
        return Objects.requireNonNull(numbers(List.of(key)).get(key));
    }

    /** The numbers of all the keys, given at their first sight; a handful of statements whatever their count. */
    public Map<SubjectKey, Long> numbers(Collection<SubjectKey> keys) {
        return resolve(keys).numbers();
    }

    /** The same, and which of the keys were an erased person's. */
    Resolved resolve(Collection<SubjectKey> keys) {
        var missing = new TreeSet<>(keys);
        var numbers = new HashMap<SubjectKey, Long>();
        var erasedKeys = Set.<SubjectKey>of();
        if (missing.isEmpty()) return new Resolved(numbers, erasedKeys);
        numbers.putAll(store.find(missing));
        missing.removeAll(numbers.keySet());
        if (!missing.isEmpty() && store.anyErased()) {
            var known = ofErased(missing);
            erasedKeys = Set.copyOf(known.keySet());
            numbers.putAll(known);
        }
        missing.removeAll(numbers.keySet());
        if (missing.isEmpty()) return new Resolved(numbers, erasedKeys);
        numbers.putAll(store.add(missing, clock.instant()));
        missing.removeAll(numbers.keySet());
        if (!missing.isEmpty()) numbers.putAll(store.find(missing)); // another writer was first
        return new Resolved(numbers, erasedKeys);
    }

    /** @param erased those of the keys that were an erased person's */
    record Resolved(Map<SubjectKey, Long> numbers, Set<SubjectKey> erased) {}

    /** The numbers of those keys that were seen before. */
    public Map<SubjectKey, Long> known(Collection<SubjectKey> keys) {
        return keys.isEmpty() ? Map.of() : store.find(new TreeSet<>(keys));
    }

    /** Those of the keys that were an erased person's: facts about them go on to that number, which names nobody. */
    private Map<SubjectKey, Long> ofErased(Collection<SubjectKey> keys) {
        var hashed = new HashMap<SubjectKey, SubjectKey>();
        for (SubjectKey key : keys) hashed.put(erased.of(key), key);
        var numbers = new HashMap<SubjectKey, Long>();
        store.find(hashed.keySet())
                .forEach((hash, number) -> numbers.put(Objects.requireNonNull(hashed.get(hash)), number));
        return numbers;
    }

    /** Puts keyed hashes in the place of what the numbers stand for, and empties their events; tells how many. */
    @Transactional
    public int erase(Collection<Long> numbers) {
        var keys = new HashMap<Long, SubjectKey>();
        keys(numbers).forEach((number, key) -> {
            if (!key.value().startsWith(ErasedKey.PREFIX)) keys.put(number, erased.of(key));
        });
        store.empty(numbers);
        return keys.isEmpty() ? 0 : store.replace(keys);
    }

    /** What stands for the keys of the numbers once they are erased: it recognises them and names nobody. */
    public Map<Long, SubjectKey> fingerprints(Collection<Long> numbers) {
        var prints = new HashMap<Long, SubjectKey>();
        keys(numbers)
                .forEach((number, key) ->
                        prints.put(number, key.value().startsWith(ErasedKey.PREFIX) ? key : erased.of(key)));
        return prints;
    }

    /** The numbers behind such fingerprints, erased or not; looks through all subjects. */
    public Map<SubjectKey, Long> byFingerprints(Collection<SubjectKey> prints) {
        if (prints.isEmpty()) return Map.of();
        var wanted = Set.copyOf(prints);
        var numbers = new HashMap<SubjectKey, Long>();
        store.each((number, key) -> {
            var print = key.value().startsWith(ErasedKey.PREFIX) ? key : erased.of(key);
            if (wanted.contains(print)) numbers.put(print, number);
        });
        return numbers;
    }

    /** What the numbers stand for. */
    public Map<Long, SubjectKey> keys(Collection<Long> numbers) {
        return numbers.isEmpty() ? Map.of() : store.keys(numbers);
    }
}
