package regulars.sources;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import regulars.collect.SubjectKey;
import regulars.commerce.IncomingOrder.IncomingProduct;
import regulars.customers.IncomingCustomer;
import regulars.customers.ProfileField;
import regulars.kernel.Fault;
import regulars.sources.OrderLineRow.LinePart;
import regulars.sources.cells.Decimals;
import regulars.sources.cells.Moments;
import regulars.sources.cells.Words;
import regulars.sources.files.TableRow;

/** Reads the rows of a file of orders. */
final class OrderRowReader {
    private final ImportPlan plan;
    private final Occurrences occurrences = new Occurrences();

    OrderRowReader(ImportPlan plan) {
        this.plan = plan;
    }

    private record OrderKey(String key, boolean keyed, int lineNo) {}

    OrderLineRow read(TableRow row) throws RowProblem.Rejected {
        var cells = Cells.of(plan, row);
        var key = orderKey(cells);
        var placedAt = cells.value(ImportField.PLACED_AT, text -> Moments.parse(text, plan.dateOrder(), plan.zone()));
        if (placedAt == null) {
            throw cells.problem(
                    ImportField.PLACED_AT,
                    new Fault(SourcesFault.ORDER_DATE_MISSING, "The order has no date: write when it was placed."));
        }
        var named = cells.value(ImportField.CURRENCY, ImportPlan::currency);
        var currency = named == null ? plan.currency() : named;
        var part = part(cells, currency);
        var total = money(cells, ImportField.TOTAL, currency);
        if (plan.hasSums() && total == null && (part == null || part.amount() == null)) {
            throw cells.problem(
                    ImportField.TOTAL,
                    new Fault(
                            SourcesFault.ORDER_TOTAL_MISSING,
                            "The order has no sum: write its total or the amount of the line."));
        }
        return new OrderLineRow(
                cells,
                key.key,
                key.keyed,
                key.lineNo,
                customer(cells),
                placedAt,
                currency,
                rate(cells, currency),
                total,
                money(cells, ImportField.SHIPPING, currency),
                money(cells, ImportField.REFUNDED, currency),
                cells.value(ImportField.STATUS, Words::status),
                cells.value(ImportField.PAYMENT_METHOD, Texts::bounded),
                part);
    }

    /** Counts the row without reading the rest of it. */
    void skim(TableRow row) {
        try {
            orderKey(Cells.of(plan, row));
        } catch (RowProblem.Rejected e) {
            return; // it was told when the row was read for the first time
        }
    }

    /**
     * The source's id of the order; a row without one is an order of its own, known by its mapped values and by the
     * how-manieth of the kind in the file it is. Every row that fits the header counts, taken or not.
     */
    private OrderKey orderKey(Cells cells) throws RowProblem.Rejected {
        var id = cells.value(ImportField.ORDER_ID, Texts::bounded);
        if (id != null) return new OrderKey(id, true, occurrences.next("order " + id));
        var values = cells.mappedValues();
        return new OrderKey("row:" + Occurrences.hash(values) + ":" + occurrences.next("row " + values), false, 1);
    }

    private IncomingCustomer customer(Cells cells) throws RowProblem.Rejected {
        var identity = new EnumMap<ProfileField, @Nullable String>(ProfileField.class);
        var id = cells.value(ImportField.EXTERNAL_ID, text -> ProfileField.EXTERNAL_ID.normalise(text, null));
        var email = cells.value(ImportField.EMAIL, text -> ProfileField.EMAIL.normalise(text, null));
        var phone = cells.value(ImportField.PHONE, text -> ProfileField.PHONE.normalise(text, plan.country()));
        if (id != null) identity.put(ProfileField.EXTERNAL_ID, id);
        if (email != null) identity.put(ProfileField.EMAIL, email);
        if (phone != null) identity.put(ProfileField.PHONE, phone);
        if (id != null)
            return IncomingCustomer.identified(SubjectKey.external(plan.origin().sourceCode(), id), identity);
        if (email != null) return IncomingCustomer.identified(SubjectKey.email(email), identity);
        if (phone != null) return IncomingCustomer.identified(SubjectKey.phone(phone), identity);
        throw cells.problem(
                ImportField.EXTERNAL_ID,
                new Fault(
                        SourcesFault.CUSTOMER_UNNAMED,
                        "The row names no customer: it needs an id, an e-mail or a phone."));
    }

    private BigDecimal rate(Cells cells, String currency) throws RowProblem.Rejected {
        try {
            return plan.rate(currency);
        } catch (Fault fault) {
            throw cells.problem(ImportField.CURRENCY, fault);
        }
    }

    private @Nullable Long money(Cells cells, ImportField field, String currency) throws RowProblem.Rejected {
        return cells.value(field, text -> Decimals.minor(text, plan.request().decimalMark(), currency));
    }

    private @Nullable LinePart part(Cells cells, String currency) throws RowProblem.Rejected {
        var product = product(cells);
        var quantity = cells.value(
                ImportField.QUANTITY,
                text -> Decimals.parse(text, plan.request().decimalMark()));
        var amount = money(cells, ImportField.LINE_AMOUNT, currency);
        if (product == null && quantity == null && amount == null) return null;
        return new LinePart(product, Objects.requireNonNullElse(quantity, BigDecimal.ONE), amount);
    }

    /** A product without an id is known by its name. */
    static @Nullable IncomingProduct product(Cells cells) throws RowProblem.Rejected {
        var id = cells.value(ImportField.PRODUCT_ID, Texts::bounded);
        var name = cells.value(ImportField.PRODUCT_NAME, Texts::bounded);
        if (id == null && name == null) return null;
        var key = id != null ? id : "name:" + Objects.requireNonNull(name).toLowerCase(Locale.ROOT);
        return new IncomingProduct(
                key,
                name,
                cells.value(ImportField.CATEGORY, Texts::bounded),
                cells.value(ImportField.BRAND, Texts::bounded));
    }
}
