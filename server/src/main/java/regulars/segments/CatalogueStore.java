package regulars.segments;

import static schema.commerce.Tables.ORDER_STATUS;
import static schema.consent.Tables.PURPOSE;
import static schema.customers.Tables.ATTRIBUTE;
import static schema.customers.Tables.OBJECT_TYPE;
import static schema.customers.Tables.SOURCE;
import static schema.segments.Tables.SEGMENT;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import regulars.customers.ObjectOwnerKind;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the company has defined. Safe for use by several threads. */
@Repository
class CatalogueStore {
    private static final long RECENT_NANOS = 2_000_000_000L;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext dsl;
    private final RoomKinds kinds;
    private final Cells cells;
    private final AtomicReference<@Nullable Read> last = new AtomicReference<>();

    CatalogueStore(DSLContext dsl, RoomKinds kinds, Cells cells) {
        this.dsl = dsl;
        this.cells = cells;
        this.kinds = kinds;
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
        var sources = dsl.select(SOURCE.CODE, SOURCE.ID).from(SOURCE).fetchMap(SOURCE.CODE, SOURCE.ID);
        var catalogue = new Catalogue(
                attributes,
                objects(),
                purposes,
                counting,
                new ReadOnce(this::named, new ConcurrentHashMap<>()),
                kinds,
                sources,
                cells.readOnce());
        last.set(new Read(catalogue, System.nanoTime()));
        return catalogue;
    }

    private Map<String, Catalogue.OwnObjects> objects() {
        var fields = new HashMap<Integer, Map<String, Catalogue.OwnAttribute>>();
        dsl.select(ATTRIBUTE.OBJECT_TYPE_ID, ATTRIBUTE.KEY, ATTRIBUTE.ID, ATTRIBUTE.TYPE)
                .from(ATTRIBUTE)
                .where(ATTRIBUTE.OBJECT_TYPE_ID.isNotNull())
                .forEach(row -> fields.computeIfAbsent(row.value1(), _ -> new HashMap<>())
                        .put(row.value2(), new Catalogue.OwnAttribute(row.value3(), type(row.value4()))));
        return dsl.select(OBJECT_TYPE.KEY, OBJECT_TYPE.ID, OBJECT_TYPE.OWNER_KIND, ATTRIBUTE.KEY)
                .from(OBJECT_TYPE)
                .leftJoin(ATTRIBUTE)
                .on(ATTRIBUTE.ID.eq(OBJECT_TYPE.TITLE_ATTRIBUTE_ID))
                .fetchMap(
                        OBJECT_TYPE.KEY,
                        row -> new Catalogue.OwnObjects(
                                row.value2(),
                                ObjectOwnerKind.valueOf(row.value3().toUpperCase(Locale.ROOT)),
                                row.value4(),
                                fields.getOrDefault(row.value2(), Map.of())));
    }

    private static ValueType type(String type) {
        return ValueType.valueOf(type.toUpperCase(Locale.ROOT));
    }

    private Optional<Catalogue.NamedRule> named(UUID segment) {
        return dsl.select(SEGMENT.NAME, SEGMENT.RULE)
                .from(SEGMENT)
                .where(SEGMENT.ID.eq(segment), SEGMENT.DELETED_AT.isNull())
                .fetchOptional(row -> new Catalogue.NamedRule(
                        segment, row.value1(), JSON.readValue(row.value2().data(), Rule.class)));
    }

    /** Each is read when a rule names it, and once. */
    private record ReadOnce(Catalogue.Others source, ConcurrentMap<UUID, Optional<Catalogue.NamedRule>> read)
            implements Catalogue.Others {
        @Override
        public Optional<Catalogue.NamedRule> find(UUID segment) {
            return read.computeIfAbsent(segment, source::find);
        }
    }

    private record Read(Catalogue catalogue, long at) {}
}
