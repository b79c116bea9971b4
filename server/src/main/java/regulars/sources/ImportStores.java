package regulars.sources;

import org.springframework.stereotype.Component;

/** What is kept of imports: what they came to, and what they took. */
@Component
record ImportStores(ImportStore imports, TrailStore trails) {}
