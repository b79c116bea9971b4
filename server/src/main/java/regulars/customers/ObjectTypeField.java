package regulars.customers;

/** A field that a new type of objects begins with. */
record ObjectTypeField(String key, AttributeType type, AttributeWish wish) {}
