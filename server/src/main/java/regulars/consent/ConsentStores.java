package regulars.consent;

import org.springframework.stereotype.Component;

/** What was said, and what holds. */
@Component
record ConsentStores(EvidenceStore evidence, StateStore states) {}
