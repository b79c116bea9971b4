package regulars.customers;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import regulars.access.Audit;
import regulars.access.CallerRoles;
import regulars.access.CurrentActor;
import regulars.kernel.Fault;

/**
 * The one place that says who sees and who changes which field of customers, usual ones and custom ones alike. Whatever
 * shows, sorts, filters, searches, exports or renders customers asks here.
 */
@Service
public class FieldRights {
    /** The usual fields that can be kept from a role. Names cannot: they say whom one looks at. */
    public static final List<ProfileField> GOVERNED = List.of(
            ProfileField.EMAIL,
            ProfileField.PHONE,
            ProfileField.BIRTH_DATE,
            ProfileField.SEX,
            ProfileField.LANGUAGE,
            ProfileField.ZONE,
            ProfileField.COUNTRY,
            ProfileField.REGION,
            ProfileField.CITY,
            ProfileField.DISTRICT);

    private final FieldRightStore store;
    private final AttributeStore attributes;
    private final CallerRoles roles;
    private final CurrentActor actor;
    private final Audit audit;

    FieldRights(FieldRightStore store, AttributeStore attributes, CallerRoles roles, CurrentActor actor, Audit audit) {
        this.store = store;
        this.attributes = attributes;
        this.roles = roles;
        this.actor = actor;
        this.audit = audit;
    }

    /** Of this thread's request; everything where no person and no program asks. */
    public FieldSight sight() {
        return roles.current().map(this::of).orElse(FieldSight.WHOLE);
    }

    private FieldSight of(String role) {
        var hidden = new HashSet<String>();
        var readOnly = new HashSet<String>();
        if (!CallerRoles.seesAll(role)) {
            for (FieldRight right : store.all().values()) {
                if (!right.isSeenBy(role)) hidden.add(right.field());
                if (!right.isEditedBy(role)) readOnly.add(right.field());
            }
        }
        var archived = new HashSet<String>();
        var special = new HashSet<String>();
        for (var one : attributes.definitions()) {
            if (one.attribute().archived()) archived.add(one.attribute().key());
            if (one.sensitivity() == Sensitivity.SPECIAL)
                special.add(one.attribute().key());
        }
        return new FieldSight(hidden, readOnly, archived, special);
    }

    /**
     * Keeps in the audit that values of a special category are shown to the caller, if there are any among them.
     *
     * @param subject the customer's id, or how many there are
     */
    public void read(FieldSight sight, String subject, Collection<String> keys) {
        var special = sight.specialAmong(keys);
        if (special.isEmpty()) return;
        audit.add(actor.get(), "customers.special-read", subject, Map.of("fields", new TreeSet<>(special)));
    }

    /** The same of fields of objects. */
    void readOfObjects(String subject, Collection<AttributeDefinition> shown) {
        var special = new TreeSet<String>();
        for (var one : shown) if (one.sensitivity() == Sensitivity.SPECIAL) special.add(one.field());
        if (!special.isEmpty()) audit.add(actor.get(), "customers.special-read", subject, Map.of("fields", special));
    }

    Map<String, FieldRight> all() {
        return store.all();
    }

    /**
     * Says who sees and changes a field; an owner always does.
     *
     * @throws Fault when the caller does not see the field
     */
    FieldRight put(String field, @Nullable Collection<String> seenBy, @Nullable Collection<String> editedBy) {
        sight().requireSeen(field);
        var right = new FieldRight(field, known(seenBy), known(editedBy));
        store.put(right);
        return right;
    }

    void forget(String field) {
        store.remove(field);
    }

    private @Nullable Set<String> known(@Nullable Collection<String> wanted) {
        if (wanted == null) return null;
        var known = roles.all().stream().map(CallerRoles.RoleName::id).collect(Collectors.toSet());
        known.add(CallerRoles.PROGRAM);
        for (String role : wanted) {
            if (known.contains(role)) continue;
            throw new Fault(
                            CustomersFault.FIELD_ROLE_UNKNOWN,
                            "There is no role '" + role + "': choose from the list of roles.")
                    .at("role", role);
        }
        return Set.copyOf(wanted);
    }
}
