package regulars.segments;

import static org.jooq.impl.DSL.max;
import static schema.customers.Tables.CUSTOMER;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Two values of customers, as another room would keep them. */
final class TestValues {
    private static final schema.customers.tables.Customer VALUED = CUSTOMER.as("valued");
    private static final ValueKind BORN = kind("test.born", ValueType.DATE, max(VALUED.BIRTH_DATE));
    private static final ValueKind NUMBER =
            kind("test.number", ValueType.WHOLE, max(VALUED.NUMBER).cast(SQLDataType.DOUBLE));

    static final List<ValueKind> KINDS = List.of(BORN, NUMBER);
    static final SortedMap<String, ValueType> TYPES =
            new TreeMap<>(Map.of(BORN.key(), BORN.type(), NUMBER.key(), NUMBER.type()));

    private TestValues() {}

    /** Kept of every other person only. */
    static @Nullable Object of(String key, World.Person person) {
        if (person.number() % 2 == 0) return null;
        return key.equals(BORN.key()) ? person.birthDate() : (Object) (long) person.number();
    }

    private static ValueKind kind(String key, ValueType type, Field<?> value) {
        return new ValueKind(
                key,
                type,
                VALUED,
                VALUED.NUMBER,
                VALUED.NUMBER.mod(2).eq(1),
                value,
                Map.of("en", "Kept elsewhere"),
                List::of);
    }
}
