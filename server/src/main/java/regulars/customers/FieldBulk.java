package regulars.customers;

import static schema.customers.Tables.CUSTOMER;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import regulars.collect.SubjectKey;
import regulars.kernel.Actor;
import regulars.kernel.Fault;

/** A usual field that many people may share: never a name, an address or a day of birth. */
@Component
class FieldBulk implements BulkKind {
    private static final Map<ProfileField, Field<String>> COLUMNS = columns();

    private final BulkEdits edits;
    private final BulkReadStore store;

    FieldBulk(BulkEdits edits, BulkReadStore store) {
        this.edits = edits;
        this.store = store;
    }

    private static Map<ProfileField, Field<String>> columns() {
        var columns = new EnumMap<ProfileField, Field<String>>(ProfileField.class);
        columns.put(ProfileField.LANGUAGE, CUSTOMER.LANGUAGE);
        columns.put(ProfileField.ZONE, CUSTOMER.ZONE);
        columns.put(ProfileField.COUNTRY, CUSTOMER.COUNTRY);
        columns.put(ProfileField.REGION, CUSTOMER.REGION);
        columns.put(ProfileField.CITY, CUSTOMER.CITY);
        columns.put(ProfileField.DISTRICT, CUSTOMER.DISTRICT);
        columns.put(ProfileField.SEX, CUSTOMER.SEX);
        return columns;
    }

    @Override
    public String code() {
        return "field";
    }

    @Override
    public BulkChange settle(BulkChange asked, boolean dry) {
        var value = asked.value().strip();
        var field = field(asked.key());
        var kept = value.isEmpty() ? "" : field.normalise(value, null);
        return new BulkChange(code(), field.key(), kept, "");
    }

    @Override
    public Map<Integer, Boolean> alreadySo(Collection<Integer> numbers, BulkChange change) {
        return edits.alreadySo(numbers, place(change), change.value());
    }

    @Override
    public List<BulkItem> apply(List<Integer> numbers, BulkChange change, Actor actor) {
        return edits.apply(numbers, place(change), change.value(), actor);
    }

    @Override
    public Set<Integer> restore(List<BulkItem> items, BulkChange change, Actor actor) {
        return edits.restore(items, place(change), actor);
    }

    private BulkEdits.Place place(BulkChange change) {
        var field = field(change.key());
        var column = Objects.requireNonNull(COLUMNS.get(field));
        return new BulkEdits.Place(
                numbers -> store.values(numbers, column),
                numbers -> store.lastWords(numbers, field),
                (key, value) -> saying(key, field, value));
    }

    private static IncomingCustomer saying(SubjectKey key, ProfileField field, @Nullable String value) {
        var profile = new EnumMap<ProfileField, @Nullable String>(ProfileField.class);
        profile.put(field, value);
        return new IncomingCustomer(key, profile, Map.of(), Map.of(), Map.of());
    }

    private static ProfileField field(String key) {
        for (ProfileField field : COLUMNS.keySet()) if (field.key().equals(key)) return field;
        var known = String.join(
                ", ", COLUMNS.keySet().stream().map(ProfileField::key).toList());
        throw new Fault(
                        CustomersFault.BULK_FIELD_UNKNOWN,
                        "'" + key + "' is not a field that many can be given at once: choose one of " + known + ".")
                .at("key", key)
                .with("known", known);
    }
}
