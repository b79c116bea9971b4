package regulars.sources;

import org.springframework.stereotype.Component;

/** What is kept of imports: the imports, what their files came to, and what these took. */
@Component
record ImportStores(RunStore runs, ImportStore imports, TrailStore trails) {}
