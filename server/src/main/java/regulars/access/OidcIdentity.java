package regulars.access;

/**
 * Who the company's sign-in says somebody is.
 *
 * @param subject never changes and belongs to nobody else of the issuer
 * @param email empty unless the issuer verified it
 */
record OidcIdentity(String issuer, String subject, String email) {}
