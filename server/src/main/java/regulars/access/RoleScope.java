package regulars.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import regulars.kernel.Permission;

/** Whose customers somebody sees. */
enum RoleScope {
    /** Everybody's and nobody's. */
    ALL,
    /** Those of their team. */
    TEAM,
    /** Those that are theirs. */
    OWN;

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RoleScope of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether the right means something for whoever sees only a part. */
    boolean allows(Permission permission) {
        return this == ALL || !permission.forWholeBase();
    }
}
