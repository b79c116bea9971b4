package regulars.customers;

/**
 * By what people are recognised beside the ids of their sources, which come first.
 *
 * @param byEmail an e-mail address recognises its person
 * @param byPhone a phone number does
 * @param phoneFirst where an e-mail and a phone mean different people, the phone decides
 * @param namesAgree an address recognises nobody whose name contradicts the record's: a family's mailbox
 * @param recycledAfter months after which a number that nobody confirmed recognises nobody of another name, whatever
 *     {@code namesAgree} says; 0 for never
 */
record IdentityRules(boolean byEmail, boolean byPhone, boolean phoneFirst, boolean namesAgree, int recycledAfter) {}
