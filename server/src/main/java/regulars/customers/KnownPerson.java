package regulars.customers;

import java.util.List;
import java.util.UUID;

/**
 * One customer with everything that their data may be found by.
 *
 * @param numbers theirs, and those of everybody who was merged into them
 * @param subjects what facts name them by
 * @param addresses every address of theirs that was ever known, normalised and as it was written
 * @param texts words that in a free text mean them: addresses, names, ids at sources
 */
public record KnownPerson(
        int number, UUID id, List<Integer> numbers, List<Long> subjects, List<Address> addresses, List<String> texts) {
    public KnownPerson {
        numbers = List.copyOf(numbers);
        subjects = List.copyOf(subjects);
        addresses = List.copyOf(addresses);
        texts = List.copyOf(texts);
    }

    /** @param kind {@code email}, {@code phone}, {@code telegram} or {@code push} */
    public record Address(String kind, String normalised) {}

    public List<String> addresses(String kind) {
        return addresses.stream()
                .filter(one -> one.kind().equals(kind))
                .map(Address::normalised)
                .toList();
    }

    /** For a condition {@code = any(...)}. */
    public Long[] subjectArray() {
        return subjects.toArray(Long[]::new);
    }
}
