package regulars.access;

import static regulars.kernel.Permission.AUDIT_READ;
import static regulars.kernel.Permission.CAMPAIGNS_READ;
import static regulars.kernel.Permission.CONSENTS_EDIT;
import static regulars.kernel.Permission.CONTENT_READ;
import static regulars.kernel.Permission.CUSTOMERS_EDIT;
import static regulars.kernel.Permission.CUSTOMERS_ERASE;
import static regulars.kernel.Permission.CUSTOMERS_EXPORT;
import static regulars.kernel.Permission.CUSTOMERS_READ;
import static regulars.kernel.Permission.INSIGHT_EDIT;
import static regulars.kernel.Permission.INSIGHT_READ;
import static regulars.kernel.Permission.JOBS_READ;
import static regulars.kernel.Permission.KEYS_MANAGE;
import static regulars.kernel.Permission.SEGMENTS_EDIT;
import static regulars.kernel.Permission.SEGMENTS_READ;
import static regulars.kernel.Permission.SETTINGS_MANAGE;
import static regulars.kernel.Permission.USERS_MANAGE;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import regulars.kernel.Permission;

/** The roles every installation has. Kept in code, so that a new right comes to whom it belongs with the upgrade. */
enum BuiltInRole {
    OWNER(EnumSet.allOf(Permission.class)),
    MARKETER(allBut(CUSTOMERS_ERASE, SETTINGS_MANAGE, USERS_MANAGE, KEYS_MANAGE, AUDIT_READ)),
    SALES(Set.of(
            CUSTOMERS_READ, CUSTOMERS_EDIT, CONSENTS_EDIT, SEGMENTS_READ, CONTENT_READ, CAMPAIGNS_READ, JOBS_READ)),
    ANALYST(Set.of(
            CUSTOMERS_READ,
            CUSTOMERS_EXPORT,
            SEGMENTS_READ,
            SEGMENTS_EDIT,
            INSIGHT_READ,
            INSIGHT_EDIT,
            CONTENT_READ,
            CAMPAIGNS_READ,
            JOBS_READ)),
    VIEWER(Set.of(CUSTOMERS_READ, SEGMENTS_READ, INSIGHT_READ, CONTENT_READ, CAMPAIGNS_READ, JOBS_READ));

    private final Set<Permission> permissions;

    BuiltInRole(Set<Permission> permissions) {
        this.permissions = Collections.unmodifiableSet(permissions);
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Set<Permission> permissions() {
        return permissions;
    }

    static Optional<BuiltInRole> of(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }

    private static Set<Permission> allBut(Permission first, Permission... others) {
        return EnumSet.complementOf(EnumSet.of(first, others));
    }
}
