package regulars.customers;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import regulars.access.Organisations;
import regulars.collect.SubjectKey;
import regulars.kernel.Fault;

/** Finds people by what somebody has of them: our own id, an e-mail, a phone, or what a source calls them. */
@Service
public class CustomerKeys {
    private static final int FEWEST_DIGITS = 6;

    private final CustomerKeyStore store;
    private final FieldRights rights;
    private final Organisations organisations;

    CustomerKeys(CustomerKeyStore store, FieldRights rights, Organisations organisations) {
        this.store = store;
        this.rights = rights;
        this.organisations = organisations;
    }

    /** A person and one of their subjects. */
    public record Found(int customer, long subject) {}

    /**
     * Whom each text means, in the caller's sight. What means nobody or several people is left out; an address of a field
     * that the caller does not see finds nobody.
     */
    public Map<String, Found> find(Collection<String> texts) {
        var sight = rights.sight();
        var byId = store.byId(
                texts.stream().map(CustomerKeys::id).filter(Objects::nonNull).collect(Collectors.toSet()));
        var byEmail = sight.sees(ProfileField.EMAIL)
                ? store.byAddress(
                        ProfileField.EMAIL,
                        texts.stream().map(CustomerKeys::email).toList())
                : Map.<String, List<Found>>of();
        var phones = new HashMap<String, String>();
        if (sight.sees(ProfileField.PHONE)) texts.forEach(text -> phone(text).ifPresent(one -> phones.put(text, one)));
        var byPhone = store.byAddress(ProfileField.PHONE, phones.values());
        var byExternalId = store.byExternalId(texts);
        var met = new HashMap<String, Found>();
        for (String text : texts) {
            var found = new HashSet<Found>();
            var id = id(text);
            if (id != null) found.addAll(byId.getOrDefault(id, List.of()));
            found.addAll(byEmail.getOrDefault(email(text), List.of()));
            found.addAll(byPhone.getOrDefault(phones.getOrDefault(text, ""), List.of()));
            found.addAll(byExternalId.getOrDefault(text, List.of()));
            if (found.stream().map(Found::customer).distinct().count() == 1)
                met.put(text, found.iterator().next());
        }
        return seen(met);
    }

    /** Whom our own ids mean, for the product's own work: the erased too, and the merged as whom they are now. */
    public Map<UUID, Found> ofOwnIds(Collection<UUID> ids) {
        var found = new HashMap<UUID, Found>();
        store.byId(ids).forEach((id, people) -> found.put(id, people.getFirst()));
        return found;
    }

    private Map<String, Found> seen(Map<String, Found> met) {
        var numbers = met.values().stream().map(Found::customer).collect(Collectors.toSet());
        var present = store.seen(numbers);
        met.values().removeIf(found -> !present.contains(found.customer()));
        return met;
    }

    /** Our own id, where the key is one. */
    static Optional<UUID> ownId(SubjectKey key) {
        return key.kind().equals("manual") ? Optional.ofNullable(id(key.value())) : Optional.empty();
    }

    private static String email(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static @Nullable UUID id(String text) {
        if (text.length() != 36) return null;
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private Optional<String> phone(String text) {
        boolean written = text.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS
                && text.chars().noneMatch(Character::isLetter);
        if (!written) return Optional.empty();
        try {
            return Optional.of(Phones.normalise(text, HomeCountry.of(organisations.get())));
        } catch (Fault _) {
            return Optional.empty();
        }
    }
}
