package regulars.customers;

import org.springframework.stereotype.Component;

/** What is kept of objects, each part by its own statements. */
@Component
record ObjectStores(ObjectStore objects, ObjectValueStore values) {}
