package regulars.segments;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import regulars.access.Colleagues;
import regulars.customers.Attribute;
import regulars.customers.Attributes;
import regulars.customers.CustomerSummary;
import regulars.customers.Customers;
import regulars.customers.FieldRights;
import regulars.customers.FieldSight;
import regulars.kernel.Fault;
import regulars.kernel.RowWriter;

/** Lists of customers as files. Memory holds the numbers, four bytes each, and one batch of people. */
@Service
class CustomerExport {
    private static final int BATCH = 1000;
    private static final String OWN = FieldSight.own("");
    private static final String OWNER = "owner";
    /** What the list shows of orders; a file has none of it. */
    private static final Set<String> BOUGHT = Set.of("orders", "revenue", "average", "lastOrder");

    private static final Map<String, Function<CustomerSummary, @Nullable Object>> FIELDS = fields();

    private final CustomerLists lists;
    private final Customers customers;
    private final Attributes attributes;
    private final FieldRights rights;
    private final Colleagues colleagues;

    CustomerExport(
            CustomerLists lists,
            Customers customers,
            Attributes attributes,
            FieldRights rights,
            Colleagues colleagues) {
        this.colleagues = colleagues;
        this.rights = rights;
        this.lists = lists;
        this.customers = customers;
        this.attributes = attributes;
    }

    private static Map<String, Function<CustomerSummary, @Nullable Object>> fields() {
        var fields = new LinkedHashMap<String, Function<CustomerSummary, @Nullable Object>>();
        fields.put("id", CustomerSummary::id);
        fields.put(
                "externalId",
                person ->
                        person.externalId() == null ? null : person.externalId().value());
        fields.put("name", CustomerSummary::name);
        fields.put("email", CustomerSummary::email);
        fields.put("phone", CustomerSummary::phone);
        fields.put("language", CustomerSummary::language);
        fields.put("country", CustomerSummary::country);
        fields.put("region", CustomerSummary::region);
        fields.put("city", CustomerSummary::city);
        fields.put("district", CustomerSummary::district);
        fields.put("birthDate", CustomerSummary::birthDate);
        fields.put("sex", CustomerSummary::sex);
        fields.put(OWNER, CustomerSummary::ownerId);
        fields.put("createdAt", CustomerSummary::createdAt);
        return fields;
    }

    /**
     * The file of a list, as the caller may see it.
     *
     * @param wanted columns in their order; none means all that the caller sees, custom attributes included
     */
    ListFile of(CustomerListQuestion question, List<String> wanted) {
        var columns = columns(wanted);
        return of(lists.ordered(question), columns);
    }

    /** The file of these people, with all that the caller sees of them. */
    ListFile of(int[] numbers) {
        return of(numbers, columns(List.of()));
    }

    /** @throws Fault {@link SegmentsFault#EXPORT_COLUMN_UNKNOWN} unless it is a column of the list or of its file */
    void requireColumn(String column) {
        boolean own = attributes.all().stream().anyMatch(one -> column.equals(OWN + one.key()));
        if (!own && !BOUGHT.contains(column) && !FIELDS.containsKey(column)) throw unknown(column);
    }

    private List<String> columns(List<String> wanted) {
        var sight = rights.sight();
        var columns = wanted.isEmpty() ? everything(sight) : wanted;
        columns.forEach(sight::requireSeen);
        return columns;
    }

    private ListFile of(int[] numbers, List<String> columns) {
        var sight = rights.sight();
        var values = columns.stream().map(this::values).toList();
        var own =
                columns.stream().filter(column -> column.startsWith(OWN)).map(column -> column.substring(OWN.length()));
        rights.read(sight, numbers.length + " customers", own.toList());
        return new ListFile(columns, values, numbers, sight);
    }

    private List<String> everything(FieldSight sight) {
        var all = new ArrayList<>(FIELDS.keySet());
        attributes.all().stream().map(Attribute::key).forEach(key -> all.add(OWN + key));
        return all.stream().filter(sight::sees).toList();
    }

    private Function<CustomerSummary, @Nullable Object> values(String column) {
        if (column.startsWith(OWN)) {
            var key = column.substring(OWN.length());
            return person -> person.attributes().get(key);
        }
        if (column.equals(OWNER)) return owner();
        var known = FIELDS.get(column);
        if (known != null) return known;
        throw unknown(column);
    }

    private static Fault unknown(String column) {
        return new Fault(
                        SegmentsFault.EXPORT_COLUMN_UNKNOWN,
                        "'" + column + "' is not a column: choose from " + String.join(", ", FIELDS.keySet()) + " and "
                                + OWN + "<key>.")
                .at("columns", column);
    }

    /** By name, as the import of customers knows them. */
    private Function<CustomerSummary, @Nullable Object> owner() {
        var names = new HashMap<UUID, String>();
        colleagues.inSight().forEach(one -> names.put(one.id(), one.name()));
        return person -> person.ownerId() == null ? null : names.get(person.ownerId());
    }

    /** Who goes into the file is settled; each batch of people is read while it is written. */
    final class ListFile {
        private final List<String> columns;
        private final List<Function<CustomerSummary, @Nullable Object>> values;
        private final int[] numbers;
        private final FieldSight sight;

        private ListFile(
                List<String> columns,
                List<Function<CustomerSummary, @Nullable Object>> values,
                int[] numbers,
                FieldSight sight) {
            this.sight = sight;
            this.columns = columns;
            this.values = values;
            this.numbers = numbers;
        }

        int count() {
            return numbers.length;
        }

        List<String> header() {
            return columns;
        }

        void writeTo(RowWriter out) throws IOException {
            for (int from = 0; from < numbers.length; from += BATCH) {
                int to = Math.min(from + BATCH, numbers.length);
                var batch = Arrays.stream(numbers, from, to).boxed().toList();
                for (CustomerSummary person : customers.summaries(batch, sight)) out.row(cells(person));
            }
        }

        private List<@Nullable Object> cells(CustomerSummary person) {
            var cells = new ArrayList<@Nullable Object>(values.size());
            for (var value : values) cells.add(plain(value.apply(person)));
            return cells;
        }

        /** A list in one cell, and a number without an exponent. */
        private static @Nullable Object plain(@Nullable Object value) {
            if (value instanceof List<?> items)
                return items.stream().map(String::valueOf).collect(joining("; "));
            return value instanceof BigDecimal number ? new BigDecimal(number.toPlainString()) : value;
        }
    }
}
