package regulars.customers;

import org.springframework.stereotype.Component;

/** The stores that know one person as a whole. */
@Component
record PersonParts(CardStore cards, PersonStore store, TombstoneStore tombstones, RootStore roots) {}
