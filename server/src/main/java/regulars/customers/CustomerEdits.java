package regulars.customers;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.access.Organisations;
import regulars.collect.SubjectKey;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;

/** Customers added and corrected by hand: what a person says is one more record, by the same checks as a file's. */
@Service
class CustomerEdits {
    static final String BY_HAND = "By hand";
    private static final String REMOVED = "removed by hand";

    private final CustomerIntake intake;
    private final Customers customers;
    private final CustomerStore store;
    private final Attributes attributes;
    private final Organisations organisations;
    private final FieldRights rights;
    private final InstantSource clock;

    CustomerEdits(
            CustomerIntake intake,
            Customers customers,
            CustomerStore store,
            Attributes attributes,
            Organisations organisations,
            FieldRights rights,
            InstantSource clock) {
        this.intake = intake;
        this.customers = customers;
        this.store = store;
        this.attributes = attributes;
        this.organisations = organisations;
        this.rights = rights;
        this.clock = clock;
    }

    /** @param owner whose customer they become; null for nobody's */
    @Transactional
    public UUID add(CustomerFields fields, Actor actor, @Nullable UUID owner) {
        requireEdited(fields);
        var profile = normalised(fields);
        profile.values().removeIf(Objects::isNull);
        boolean known = profile.containsKey(ProfileField.EMAIL)
                || profile.containsKey(ProfileField.PHONE)
                || profile.containsKey(ProfileField.FULL_NAME)
                || profile.containsKey(ProfileField.GIVEN_NAME)
                || profile.containsKey(ProfileField.FAMILY_NAME);
        if (!known) {
            throw new Fault(
                    CustomersFault.CUSTOMER_NEEDS_CONTACT,
                    "A customer needs a name, an e-mail or a phone: enter one of them.");
        }
        intake.oneWriterAtATime();
        refuseTaken(profile, null);
        var key = SubjectKey.manual(Ids.next(clock.instant()).toString());
        var own = attributes.values(fields.ownFields());
        var said = new IncomingCustomer(key, profile, given(fields, profile), own, Map.of());
        var made = intake.accept(intake.origin(BY_HAND, "manual", actor), List.of(said))
                .getFirst();
        if (owner != null) intake.own(List.of(made.customerNumber()), owner, actor);
        return Objects.requireNonNull(
                customers.ids(List.of(made.customerNumber())).get(made.customerNumber()));
    }

    @Transactional
    public void change(UUID id, CustomerFields fields, Actor actor) {
        var customer = customers.find(id);
        requireEdited(fields);
        var profile = normalised(fields);
        var own = attributes.values(fields.ownFields());
        if (profile.isEmpty() && own.isEmpty()) return;
        intake.oneWriterAtATime();
        refuseTaken(profile, customer.number());
        restoreAddresses(customer, profile);
        var key = SubjectKey.manual(customer.id().toString());
        var said = new IncomingCustomer(key, profile, given(fields, profile), own, Map.of());
        intake.edit(intake.origin(BY_HAND, "manual", actor), customer, said);
        for (ProfileField kind : List.of(ProfileField.EMAIL, ProfileField.PHONE)) {
            boolean cleared = profile.containsKey(kind) && profile.get(kind) == null;
            if (cleared) customers.withdrawAddresses(List.of(customer.number()), kind, REMOVED);
        }
    }

    /** Takes one address of the person out of use; naming it by hand again brings it back. */
    @Transactional
    public void removeContact(UUID id, String kind, String value) {
        rights.sight().requireEdited(kind);
        var customer = customers.find(id);
        if (customers.withdrawAddress(customer, kind, value, REMOVED)) return;
        throw new Fault(
                        CustomersFault.CONTACT_UNKNOWN,
                        "The customer " + id + " has no such " + kind + " in use: reload their card.")
                .at("value", value);
    }

    private void requireEdited(CustomerFields fields) {
        var sight = rights.sight();
        fields.said().keySet().forEach(field -> sight.requireEdited(field.key()));
        fields.ownFields().keySet().forEach(key -> sight.requireEdited(FieldSight.own(key)));
    }

    private void restoreAddresses(CustomerRef customer, Map<ProfileField, @Nullable String> profile) {
        for (ProfileField kind : List.of(ProfileField.EMAIL, ProfileField.PHONE)) {
            var address = profile.get(kind);
            if (address != null) customers.restoreAddress(customer, kind, address, REMOVED);
        }
    }

    private Map<ProfileField, @Nullable String> normalised(CustomerFields fields) {
        var home = HomeCountry.of(organisations.get());
        var said = fields.said();
        var country = said.getOrDefault(ProfileField.COUNTRY, "");
        var region = country.isEmpty() ? home : ProfileField.COUNTRY.normalise(country, null);
        var profile = new EnumMap<ProfileField, @Nullable String>(ProfileField.class);
        said.forEach((field, value) -> profile.put(field, value.isEmpty() ? null : field.normalise(value, region)));
        profile.computeIfPresent(ProfileField.BIRTH_DATE, (_, date) -> ProfileField.born(date, today()));
        return profile;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), organisations.get().zone());
    }

    private static Map<ProfileField, String> given(CustomerFields fields, Map<ProfileField, @Nullable String> profile) {
        var given = new EnumMap<ProfileField, String>(ProfileField.class);
        for (ProfileField kind : List.of(ProfileField.EMAIL, ProfileField.PHONE)) {
            var written = fields.said().get(kind);
            if (profile.get(kind) != null && written != null && !written.equals(profile.get(kind)))
                given.put(kind, written);
        }
        return given;
    }

    /** By hand nobody is merged silently: the address of another person is told. */
    private void refuseTaken(Map<ProfileField, @Nullable String> profile, @Nullable Integer self) {
        for (ProfileField kind : List.of(ProfileField.EMAIL, ProfileField.PHONE)) {
            var address = profile.get(kind);
            if (address == null) continue;
            if (intake.isErased(kind, address)) {
                throw new Fault(
                                CustomersFault.CUSTOMER_ERASED,
                                "This " + kind.key() + " was of somebody who was erased: leave it out.")
                        .at(kind.key(), address);
            }
            var owner = store.ownersOf(kind.key(), List.of(address)).get(address);
            if (owner == null || owner.equals(self)) continue;
            throw taken(kind, address, store.ids(List.of(owner)).get(owner));
        }
    }

    private static Fault taken(ProfileField kind, String address, @Nullable UUID owner) {
        if (owner == null) {
            return new Fault(
                            CustomersFault.CUSTOMER_ELSEWHERE,
                            "A colleague looks after somebody with this " + kind.key() + ": ask who sees everybody.")
                    .at(kind.key(), address);
        }
        return new Fault(
                        CustomersFault.CUSTOMER_EXISTS,
                        "Somebody has this " + kind.key() + " already: open their card and edit it.")
                .at(kind.key(), address)
                .with("id", owner);
    }
}
