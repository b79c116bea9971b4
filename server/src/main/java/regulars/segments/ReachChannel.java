package regulars.segments;

import java.util.List;
import java.util.Locale;

/** A way to reach people, and the kind of address that it needs. */
enum ReachChannel {
    EMAIL(ContactKind.EMAIL),
    SMS(ContactKind.PHONE),
    PHONE(ContactKind.PHONE);

    private final ContactKind contact;

    ReachChannel(ContactKind contact) {
        this.contact = contact;
    }

    ContactKind contact() {
        return contact;
    }

    /** They have a usable address and have agreed to messages of the purpose. */
    Rule rule(String purpose) {
        return new Rule.AllRule(List.of(
                new Rule.ContactRule(contact, ContactQuality.USABLE, List.of(), List.of()),
                new Rule.ConsentRule(name().toLowerCase(Locale.ROOT), purpose, ConsentStanding.GRANTED)));
    }
}
