package regulars.customers;

import static schema.customers.Tables.ATTRIBUTE;
import static schema.customers.Tables.ATTRIBUTE_CURRENT;

import java.util.List;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Reads a value of an attribute out of the column of its type. */
final class AttributeColumns {
    private static final List<Field<?>> COLUMNS = List.of(
            ATTRIBUTE_CURRENT.TEXT_VALUE,
            ATTRIBUTE_CURRENT.NUMBER_VALUE,
            ATTRIBUTE_CURRENT.BOOLEAN_VALUE,
            ATTRIBUTE_CURRENT.DATE_VALUE,
            ATTRIBUTE_CURRENT.INSTANT_VALUE);

    private AttributeColumns() {}

    /** The value of a row that has the attribute's type beside it; a list as its items, null where it was taken back. */
    static @Nullable Object value(Record row) {
        return COLUMNS.stream()
                .<@Nullable Object>map(column -> row.get(column.getUnqualifiedName()))
                .filter(Objects::nonNull)
                .findFirst()
                .map(value -> shown(row.get(ATTRIBUTE.TYPE), value))
                .orElse(null);
    }

    private static Object shown(String type, Object value) {
        return AttributeType.of(type) == AttributeType.LIST ? Attribute.items(value.toString()) : value;
    }
}
