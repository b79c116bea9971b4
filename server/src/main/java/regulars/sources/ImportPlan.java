package regulars.sources;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import regulars.access.OrganisationSettings;
import regulars.customers.Attribute;
import regulars.customers.HomeCountry;
import regulars.customers.Origin;
import regulars.kernel.Fault;
import regulars.sources.cells.DateOrder;
import schema.sources.tables.records.FileRecord;

/**
 * An import with all its choices made.
 *
 * @param columns where each field stands
 * @param consentText the kept words of the file's consent; null when it has none
 */
record ImportPlan(
        UUID importId,
        NewImportFile request,
        List<String> header,
        Map<ImportField, Integer> columns,
        List<MappedColumn> attributes,
        Origin origin,
        OrganisationSettings organisation,
        @Nullable Integer consentText,
        FileRecord file) {
    record MappedColumn(int column, Attribute attribute) {}

    /** Where in which file something was said. */
    Map<String, Object> proof(long line) {
        return Map.of("import", importId.toString(), "file", file.getName(), "sha256", file.getSha256(), "line", line);
    }

    /** Sums are given here, or with the lines in a file of their own. */
    boolean hasSums() {
        return columns.containsKey(ImportField.TOTAL) || columns.containsKey(ImportField.LINE_AMOUNT);
    }

    ZoneId zone() {
        return organisation.zone();
    }

    DateOrder dateOrder() {
        return Objects.requireNonNullElse(request.dateOrder(), DateOrder.DAY_FIRST);
    }

    String currency() {
        return Objects.requireNonNullElse(request.currency(), organisation.currency());
    }

    /** Where phone numbers without a country code are taken to be. */
    @Nullable
    String country() {
        return request.country() != null ? request.country() : HomeCountry.of(organisation);
    }

    /** What one unit of the currency is worth in the organisation's. */
    BigDecimal rate(String foreign) {
        if (foreign.equals(organisation.currency())) return BigDecimal.ONE;
        var rate = request.rates() == null ? null : request.rates().get(foreign);
        if (rate != null) return rate;
        throw new Fault(
                        SourcesFault.RATE_MISSING,
                        "There is no rate for " + foreign + ": give the import what one " + foreign + " is worth in "
                                + organisation.currency() + ".")
                .with("currency", foreign)
                .with("base", organisation.currency());
    }

    static String currency(String given) {
        var code = given.strip().toUpperCase(Locale.ROOT);
        var known = Currency.getAvailableCurrencies().stream()
                .anyMatch(one -> one.getCurrencyCode().equals(code));
        if (known) return code;
        throw new Fault(
                        SourcesFault.CURRENCY_UNKNOWN,
                        "'" + given + "' is not a currency: write its code of three letters, such as UAH.")
                .at("currency", given);
    }

    /** The columns by field, checked against the file. */
    static Map<ImportField, Integer> columns(NewImportFile request, int width) {
        var columns = new EnumMap<ImportField, Integer>(ImportField.class);
        for (ColumnMapping one : request.mapping()) {
            var field = ImportField.byKey(one.field())
                    .filter(known -> known.of(request.kind()))
                    .orElseThrow(() -> invalid(
                            "'" + one.field() + "' is not a field of "
                                    + request.kind().code(),
                            one.field()));
            if (one.column() < 0 || one.column() >= width) {
                throw invalid("The file has no column " + (one.column() + 1) + ", it has " + width, one.field());
            }
            if (field == ImportField.ATTRIBUTE) {
                if (one.attribute() == null)
                    throw invalid("Column " + (one.column() + 1) + " names no attribute", one.field());
            } else if (columns.put(field, one.column()) != null) {
                throw invalid("The field '" + one.field() + "' is mapped twice", one.field());
            }
        }
        complete(request.kind(), columns.keySet());
        return columns;
    }

    private static void complete(ImportKind kind, Set<ImportField> mapped) {
        boolean address = mapped.contains(ImportField.EXTERNAL_ID)
                || mapped.contains(ImportField.EMAIL)
                || mapped.contains(ImportField.PHONE);
        boolean enough = switch (kind) {
            case CUSTOMERS ->
                address
                        || mapped.contains(ImportField.OWN_ID)
                        || mapped.contains(ImportField.FULL_NAME)
                        || mapped.contains(ImportField.GIVEN_NAME)
                        || mapped.contains(ImportField.FAMILY_NAME);
            case ORDERS ->
                address
                        && mapped.contains(ImportField.PLACED_AT)
                        && (mapped.contains(ImportField.TOTAL)
                                || mapped.contains(ImportField.LINE_AMOUNT)
                                || mapped.contains(ImportField.ORDER_ID));
            case PRODUCTS -> mapped.contains(ImportField.PRODUCT_ID) || mapped.contains(ImportField.PRODUCT_NAME);
            case LINES -> mapped.contains(ImportField.ORDER_ID) && mapped.contains(ImportField.LINE_AMOUNT);
            case PAYMENTS -> mapped.contains(ImportField.ORDER_ID) && mapped.contains(ImportField.PAID);
            case SUPPRESSIONS -> mapped.contains(ImportField.EMAIL) || mapped.contains(ImportField.PHONE);
        };
        if (enough) return;
        throw new Fault(
                        SourcesFault.MAPPING_INCOMPLETE,
                        switch (kind) {
                            case CUSTOMERS ->
                                "Customers need a column with an id, a name, an e-mail or a phone: map one of them.";
                            case ORDERS ->
                                "Orders need a date, a sum or a number, and the customer's id, e-mail or phone: map them.";
                            case PRODUCTS -> "Products need a code or a name: map one of them.";
                            case LINES -> "Lines need the number of their order and an amount: map them.";
                            case PAYMENTS -> "Payments need the number of their order and the sum paid: map them.";
                            case SUPPRESSIONS -> "Suppressions need an e-mail or a phone: map one of them.";
                        })
                .with("kind", kind.code());
    }

    private static Fault invalid(String cause, String field) {
        return new Fault(SourcesFault.MAPPING_INVALID, cause + ": correct the mapping.").at("mapping", field);
    }
}
