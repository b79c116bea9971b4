package regulars.customers;

import org.springframework.stereotype.Component;

/** The stores of what is said about people: word for word, address by address, value by value, and put together. */
@Component
record ProfileStores(
        RecordStore records,
        ContactStore contacts,
        AttributeStore attributes,
        ProjectionStore projection,
        TombstoneStore tombstones) {}
