package regulars.customers;

import org.springframework.stereotype.Component;

/** The stores of what is said about people: word for word, address by address, value by value, put together, and whose they are. */
@Component
record ProfileStores(
        RecordStore records,
        ContactStore contacts,
        AttributeStore attributes,
        ProjectionStore projection,
        TombstoneStore tombstones,
        OwnerStore owners,
        IdentityStores identity) {}
