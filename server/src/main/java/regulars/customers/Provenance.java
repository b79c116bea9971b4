package regulars.customers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import regulars.customers.ProvenanceStore.Said;
import schema.customers.tables.records.CustomerRecord;

/** Where each value of a profile is from, and what else was said instead. */
@Component
class Provenance {
    private static final List<ProfileField> FIELDS = List.of(
            ProfileField.FULL_NAME,
            ProfileField.GIVEN_NAME,
            ProfileField.MIDDLE_NAME,
            ProfileField.FAMILY_NAME,
            ProfileField.LANGUAGE,
            ProfileField.ZONE,
            ProfileField.COUNTRY,
            ProfileField.REGION,
            ProfileField.CITY,
            ProfileField.DISTRICT,
            ProfileField.BIRTH_DATE,
            ProfileField.SEX);

    private final Customers customers;
    private final CardStore cards;
    private final ProvenanceStore store;
    private final FieldRights rights;

    Provenance(Customers customers, CardStore cards, ProvenanceStore store, FieldRights rights) {
        this.customers = customers;
        this.cards = cards;
        this.store = store;
        this.rights = rights;
    }

    /**
     * A value that sources said.
     *
     * @param source the last that said it
     * @param saidAt when a source said it last
     * @param sources how many did
     */
    record SaidValue(String value, String source, Instant saidAt, int sources) {}

    /**
     * Whence a field is.
     *
     * @param shown what the card shows; null where that is nothing, or put together of other fields
     * @param others what else was said, the latest first
     */
    record FieldProvenance(String field, @Nullable SaidValue shown, List<SaidValue> others) {}

    /** Of the fields that the caller may see and somebody spoke of. */
    @Transactional(readOnly = true)
    public List<FieldProvenance> of(UUID id) {
        int number = customers.find(id).number();
        var sight = rights.sight();
        var person = cards.customer(number);
        var records = store.records(customers.subjects(number));
        var fields = new ArrayList<FieldProvenance>();
        for (ProfileField field : FIELDS) {
            var said = said(field, records);
            if (!sight.sees(field) || said.isEmpty()) continue;
            var value = value(field, person);
            var shown = said.stream().filter(one -> one.value().equals(value)).findFirst();
            var others = said.stream().filter(one -> !one.value().equals(value)).toList();
            fields.add(new FieldProvenance(field.key(), shown.orElse(null), others));
        }
        return fields;
    }

    private static List<SaidValue> said(ProfileField field, List<Said> records) {
        var byValue = new LinkedHashMap<String, List<Said>>();
        for (Said one : records) {
            var value = one.data().path(field.key());
            if (value.isString())
                byValue.computeIfAbsent(value.asString(), text -> new ArrayList<>())
                        .add(one);
        }
        return byValue.entrySet().stream()
                .map(one -> new SaidValue(
                        one.getKey(),
                        one.getValue().getFirst().source(),
                        one.getValue().getFirst().at(),
                        Math.toIntExact(one.getValue().stream()
                                .map(Said::source)
                                .distinct()
                                .count())))
                .sorted(Comparator.comparing(SaidValue::saidAt).reversed())
                .toList();
    }

    private static @Nullable String value(ProfileField field, CustomerRecord person) {
        return switch (field) {
            case FULL_NAME -> person.getFullName();
            case BIRTH_DATE ->
                person.getBirthDate() == null ? null : person.getBirthDate().toString();
            default -> person.get(Objects.requireNonNull(Projection.TEXTS.get(field)));
        };
    }
}
