package regulars.customers;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whose word counts where sources contradict one another.
 *
 * @param sources of a field, or a group of fields that belong together, the sources whose word counts first, in this order
 */
record FieldRules(Map<String, List<Integer>> sources) {
    /** What can have a rule. */
    static final Set<String> FIELDS = Set.of("name", "place", "language", "zone", "birthDate", "sex");

    FieldRules {
        sources = Map.copyOf(sources);
    }

    /** None: the latest word counts. */
    List<Integer> of(ProfileField field) {
        var group = switch (field) {
            case GIVEN_NAME, MIDDLE_NAME, FAMILY_NAME, FULL_NAME -> "name";
            case COUNTRY, REGION, CITY, DISTRICT -> "place";
            default -> field.key();
        };
        return sources.getOrDefault(group, List.of());
    }
}
