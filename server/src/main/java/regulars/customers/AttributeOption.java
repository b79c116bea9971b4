package regulars.customers;

import java.util.Map;

/**
 * One of the values that a choice may have.
 *
 * @param code as it is kept, tested and said in templates
 * @param label its name by language, which may be missing
 */
public record AttributeOption(String code, Map<String, String> label) {
    public AttributeOption {
        label = Map.copyOf(label);
    }

    /** Whether somebody who wrote this meant the option: by its code or by its name in any language. */
    boolean isMeantBy(String written) {
        return code.equalsIgnoreCase(written) || label.values().stream().anyMatch(written::equalsIgnoreCase);
    }
}
