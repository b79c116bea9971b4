package regulars.segments;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import regulars.customers.ObjectOwnerKind;

/**
 * The words that rules of this base may use, for an editor to offer. Values that customers have are the most frequent
 * ones, and others may be written.
 *
 * @param hidden conditions about usual fields and addresses that the reader cannot use, by their codes
 */
record RuleVocabulary(
        List<OwnField> fields,
        List<OwnObjects> objects,
        List<NamedCode> purposes,
        List<NamedCode> statuses,
        List<String> languages,
        List<String> countries,
        List<String> regions,
        List<String> cities,
        List<String> districts,
        List<String> zones,
        List<NamedCode> owners,
        CompanyWords companies,
        List<String> categories,
        List<String> brands,
        List<String> paymentMethods,
        List<NamedCode> sources,
        List<KnownSegment> segments,
        List<KnownEvent> events,
        List<CellGrids.OwnGrid> grids,
        Set<String> hidden) {
    /**
     * A field of the company's own; the label by language may be empty.
     *
     * @param options the values there are; empty where any may be written
     */
    record OwnField(String key, ValueType type, Map<String, String> label, List<NamedCode> options) {}

    /** A segment that a rule may ask about. */
    record KnownSegment(UUID id, String name) {}

    /**
     * A type of events that there lately were, with the properties that they had, or a kind that the product knows.
     *
     * @param known the product has a name for it
     */
    record KnownEvent(String type, boolean known, List<KnownProperty> properties) {}

    /** A property of events; the choices are empty where anything may be written. */
    record KnownProperty(String name, List<EventKind.EventChoice> choices) {}

    /** A type of objects, what they belong to, its name by language, and the fields that a test may be of. */
    record OwnObjects(String type, ObjectOwnerKind owner, Map<String, String> name, List<OwnField> fields) {}

    /** What companies are. */
    record CompanyWords(List<String> countries, List<String> industries) {}

    /** A code with its name by language. */
    record NamedCode(String code, Map<String, String> name) {}
}
