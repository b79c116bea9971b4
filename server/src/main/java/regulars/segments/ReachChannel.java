package regulars.segments;

import static schema.customers.Tables.CUSTOMER;

import java.util.Locale;
import org.jooq.Field;

/** A way to reach people, and the address that it needs. */
public enum ReachChannel {
    EMAIL(ContactKind.EMAIL),
    SMS(ContactKind.PHONE),
    PHONE(ContactKind.PHONE);

    private final ContactKind contact;

    ReachChannel(ContactKind contact) {
        this.contact = contact;
    }

    /** As consent stores it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    ContactKind contact() {
        return contact;
    }

    /** The customer's best usable address, which is the one that messages go to. */
    Field<String> address() {
        return contact == ContactKind.EMAIL ? CUSTOMER.EMAIL : CUSTOMER.PHONE;
    }
}
