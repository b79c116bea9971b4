package regulars.access;

import tools.jackson.databind.JsonNode;

/** A room that has secrets among its own says what of an entry of the audit the caller may see, as a bean. */
public interface AuditVeil {
    JsonNode seen(String action, JsonNode details);
}
