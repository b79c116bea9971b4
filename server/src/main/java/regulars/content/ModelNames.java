package regulars.content;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names a template may use; the editor's help and the warning about unknown names read them here. */
final class ModelNames {
    static final String UNSUBSCRIBE = "unsubscribe_url";
    static final String VIEW = "view_url";

    private static final Map<String, List<String>> FIELDS = Map.of(
            "customer",
            List.of(
                    "id",
                    "first_name",
                    "last_name",
                    "full_name",
                    "email",
                    "phone",
                    "language",
                    "country",
                    "city",
                    "birth_date",
                    "attributes"),
            "orders",
            List.of("count", "total", "average", "first_date", "last_date", "days_since_last"),
            "company",
            List.of("name", "url"),
            "campaign",
            List.of("name"),
            "today",
            List.of(),
            UNSUBSCRIBE,
            List.of(),
            VIEW,
            List.of());
    private static final Set<String> PROPERTIES = Set.of("size", "first", "last");

    private ModelNames() {}

    static boolean known(String name) {
        String[] parts = name.split("\\.");
        var fields = FIELDS.get(parts[0]);
        if (fields == null || parts.length == 1) return fields != null;
        if (parts[1].equals("attributes")) return parts[0].equals("customer");
        return fields.contains(parts[1]) && (parts.length == 2 || PROPERTIES.contains(parts[2]));
    }
}
