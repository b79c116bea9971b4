package regulars.segments;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.nullif;
import static schema.customers.Tables.CUSTOMER;

import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import regulars.customers.ProfileField;

/** What a list of customers can be ordered by. Whoever has no such value comes last, whatever the direction. */
public enum CustomerOrder {
    /** When they became known to us: the order of their numbers. */
    NEWEST,
    NAME,
    EMAIL,
    CITY,
    COUNTRY,
    BIRTH_DATE,
    CREATED,
    ORDERS,
    REVENUE,
    AVERAGE,
    LAST_ORDER;

    /** How it runs when nobody says: texts from the beginning, the newest and the largest first. */
    boolean fromTheEnd() {
        return switch (this) {
            case NAME, EMAIL, CITY, COUNTRY -> false;
            case NEWEST, BIRTH_DATE, CREATED, ORDERS, REVENUE, AVERAGE, LAST_ORDER -> true;
        };
    }

    boolean needsOrders() {
        return switch (this) {
            case ORDERS, REVENUE, AVERAGE, LAST_ORDER -> true;
            case NEWEST, NAME, EMAIL, CITY, COUNTRY, BIRTH_DATE, CREATED -> false;
        };
    }

    /** The field of customers whose values the order tells. */
    @Nullable
    ProfileField field() {
        return switch (this) {
            case EMAIL -> ProfileField.EMAIL;
            case CITY -> ProfileField.CITY;
            case COUNTRY -> ProfileField.COUNTRY;
            case BIRTH_DATE -> ProfileField.BIRTH_DATE;
            case NEWEST, NAME, CREATED, ORDERS, REVENUE, AVERAGE, LAST_ORDER -> null;
        };
    }

    /** Texts without regard to case; instants as microseconds, which a page can begin after exactly. */
    Field<?> key() {
        return switch (this) {
            case NEWEST -> CUSTOMER.NUMBER;
            case NAME -> text(CUSTOMER.FULL_NAME);
            case EMAIL -> text(CUSTOMER.EMAIL);
            case CITY -> text(CUSTOMER.CITY);
            case COUNTRY -> text(CUSTOMER.COUNTRY);
            case BIRTH_DATE -> CUSTOMER.BIRTH_DATE;
            case CREATED -> function("epoch_us", SQLDataType.BIGINT, CUSTOMER.CREATED_AT);
            case ORDERS -> BuyerTotals.ORDER_COUNT;
            case REVENUE -> BuyerTotals.REVENUE;
            case AVERAGE -> BuyerTotals.AVERAGE;
            case LAST_ORDER -> BuyerTotals.LAST_ORDER;
        };
    }

    private static Field<String> text(Field<String> text) {
        return lower(nullif(text, ""));
    }
}
