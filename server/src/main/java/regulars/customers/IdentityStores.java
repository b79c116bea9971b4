package regulars.customers;

import org.springframework.stereotype.Component;

/** By what people are recognised, and what that leaves open. */
@Component
record IdentityStores(IdentityRuleStore rules, DoubtStore doubts) {}
