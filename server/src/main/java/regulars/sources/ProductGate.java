package regulars.sources;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import regulars.commerce.AcceptedOrder.Outcome;
import regulars.commerce.CatalogProduct;
import regulars.commerce.OrderParts;
import regulars.kernel.Fault;
import regulars.sources.cells.Decimals;
import regulars.sources.files.TableRow;

/** Takes in lists of products; of several rows of one product in a batch the last counts. */
final class ProductGate implements RowGate<CatalogProduct> {
    private final ImportPlan plan;
    private final OrderParts parts;

    ProductGate(ImportPlan plan, OrderParts parts) {
        this.plan = plan;
        this.parts = parts;
    }

    @Override
    public void skim(TableRow row) {
        // nothing is counted over the file
    }

    @Override
    public CatalogProduct read(TableRow row) throws RowProblem.Rejected {
        var cells = Cells.of(plan, row);
        var id = cells.value(ImportField.PRODUCT_ID, Texts::bounded);
        var name = cells.value(ImportField.PRODUCT_NAME, Texts::bounded);
        if (id == null && name == null) {
            throw cells.problem(
                    ImportField.PRODUCT_ID,
                    new Fault(SourcesFault.PRODUCT_UNNAMED, "The row names no product: it needs a code or a name."));
        }
        var named = cells.value(ImportField.CURRENCY, ImportPlan::currency);
        var currency = named == null ? plan.currency() : named;
        return new CatalogProduct(
                id != null ? id : "name:" + Objects.requireNonNull(name).toLowerCase(Locale.ROOT),
                name,
                cells.value(ImportField.CATEGORY, Texts::bounded),
                cells.value(ImportField.BRAND, Texts::bounded),
                cells.value(
                        ImportField.PRICE,
                        text -> Decimals.minor(text, plan.request().decimalMark(), currency)),
                currency);
    }

    @Override
    public @Nullable String thing(TableRow row) {
        return null;
    }

    @Override
    public BatchOutcome write(List<CatalogProduct> rows) {
        var byId = new LinkedHashMap<String, CatalogProduct>();
        for (CatalogProduct row : rows) byId.put(row.externalId(), row);
        var outcomes = parts.addProducts(plan.origin(), List.copyOf(byId.values()));
        return BatchOutcome.counted(
                count(outcomes, Outcome.CREATED),
                count(outcomes, Outcome.UPDATED),
                count(outcomes, Outcome.UNCHANGED),
                rows.size());
    }

    private static long count(List<Outcome> outcomes, Outcome wanted) {
        return outcomes.stream().filter(one -> one == wanted).count();
    }
}
