package regulars.customers;

import static regulars.customers.ProfileField.FAMILY_NAME;
import static regulars.customers.ProfileField.FULL_NAME;
import static regulars.customers.ProfileField.GIVEN_NAME;
import static regulars.customers.ProfileField.MIDDLE_NAME;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.access.CurrentActor;
import regulars.kernel.Fault;
import schema.customers.tables.records.CustomerRecord;

/** Two people whom somebody looked at and found to be one. */
@Service
class MergesByHand {
    /** What is chosen together: a name of one and a family name of the other would be nobody's. */
    private static final Map<String, List<ProfileField>> PARTS = Map.of(
            "name", List.of(FULL_NAME, GIVEN_NAME, MIDDLE_NAME, FAMILY_NAME),
            "email", List.of(ProfileField.EMAIL),
            "phone", List.of(ProfileField.PHONE),
            "place", List.of(ProfileField.COUNTRY, ProfileField.REGION, ProfileField.CITY, ProfileField.DISTRICT),
            "zone", List.of(ProfileField.ZONE),
            "language", List.of(ProfileField.LANGUAGE),
            "birthDate", List.of(ProfileField.BIRTH_DATE),
            "sex", List.of(ProfileField.SEX));

    private final Merges merges;
    private final Customers customers;
    private final CardStore cards;
    private final FieldRights rights;
    private final CurrentActor caller;

    MergesByHand(Merges merges, Customers customers, CardStore cards, FieldRights rights, CurrentActor caller) {
        this.merges = merges;
        this.customers = customers;
        this.cards = cards;
        this.rights = rights;
        this.caller = caller;
    }

    /** Whose value is shown from now on. */
    enum Side {
        KEPT,
        OTHER
    }

    @Transactional
    public UUID merge(UUID kept, UUID other, Map<String, Side> chosen) {
        var stays = customers.find(kept);
        var goes = customers.find(other);
        var own = cards.customer(stays.number());
        var theirs = cards.customer(goes.number());
        var said = new EnumMap<ProfileField, @Nullable String>(ProfileField.class);
        chosen.forEach((part, side) -> choose(part, side == Side.KEPT ? own : theirs, said));
        return merges.merge(stays.number(), goes.number(), new MergeCause.ByHand(caller.get(), said));
    }

    private void choose(String part, CustomerRecord from, Map<ProfileField, @Nullable String> said) {
        var fields = PARTS.get(part);
        if (fields == null) {
            throw new Fault(
                            CustomersFault.FIELD_UNKNOWN,
                            "'" + part + "' is nothing that is chosen here: leave it out.")
                    .at("chosen", part);
        }
        var sight = rights.sight();
        for (ProfileField field : fields) {
            sight.requireEdited(field.key());
            said.put(field, value(field, from));
        }
    }

    private static @Nullable String value(ProfileField field, CustomerRecord from) {
        if (field == FULL_NAME) return from.getFullName().isEmpty() ? null : from.getFullName();
        if (field == ProfileField.EMAIL) return from.getEmail();
        if (field == ProfileField.PHONE) return from.getPhone();
        if (field == ProfileField.BIRTH_DATE)
            return from.getBirthDate() == null ? null : from.getBirthDate().toString();
        return from.get(Projection.TEXTS.get(field));
    }
}
