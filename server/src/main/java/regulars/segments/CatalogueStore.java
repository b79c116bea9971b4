package regulars.segments;

import static schema.commerce.Tables.ORDER_STATUS;
import static schema.consent.Tables.PURPOSE;
import static schema.customers.Tables.ATTRIBUTE;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads what the company has defined. Safe for use by several threads. */
@Repository
class CatalogueStore {
    private static final long RECENT_NANOS = 2_000_000_000L;

    private final DSLContext dsl;
    private final AtomicReference<@Nullable Read> last = new AtomicReference<>();

    CatalogueStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** As it was at most two seconds ago: for previews, of which there is one a keystroke. */
    Catalogue recent() {
        var read = last.get();
        return read != null && System.nanoTime() - read.at() < RECENT_NANOS ? read.catalogue() : fresh();
    }

    Catalogue fresh() {
        var attributes = dsl.select(ATTRIBUTE.KEY, ATTRIBUTE.ID, ATTRIBUTE.TYPE)
                .from(ATTRIBUTE)
                .where(ATTRIBUTE.OBJECT_TYPE_ID.isNull())
                .fetchMap(ATTRIBUTE.KEY, row -> new Catalogue.OwnAttribute(row.value2(), type(row.value3())));
        var purposes = Set.copyOf(dsl.select(PURPOSE.CODE).from(PURPOSE).fetch(PURPOSE.CODE));
        var counting = dsl.select(ORDER_STATUS.CODE)
                .from(ORDER_STATUS)
                .where(ORDER_STATUS.COUNTS)
                .orderBy(ORDER_STATUS.CODE)
                .fetch(ORDER_STATUS.CODE);
        var catalogue = new Catalogue(attributes, purposes, counting);
        last.set(new Read(catalogue, System.nanoTime()));
        return catalogue;
    }

    private static ValueType type(String type) {
        return ValueType.valueOf(type.toUpperCase(Locale.ROOT));
    }

    private record Read(Catalogue catalogue, long at) {}
}
