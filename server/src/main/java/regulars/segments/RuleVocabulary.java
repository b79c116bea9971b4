package regulars.segments;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words that rules of this base may use, for an editor to offer. Values that customers have are the most frequent
 * ones, and others may be written.
 *
 * @param hidden conditions about usual fields and addresses that the reader cannot use, by their codes
 */
record RuleVocabulary(
        List<OwnField> fields,
        List<NamedCode> purposes,
        List<NamedCode> statuses,
        List<String> languages,
        List<String> countries,
        List<String> regions,
        List<String> cities,
        List<String> zones,
        List<String> categories,
        List<String> brands,
        Set<String> hidden) {
    /**
     * A field of the company's own; the label by language may be empty.
     *
     * @param options the values there are; empty where any may be written
     */
    record OwnField(String key, ValueType type, Map<String, String> label, List<NamedCode> options) {}

    /** A code with its name by language. */
    record NamedCode(String code, Map<String, String> name) {}
}
