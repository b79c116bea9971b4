package regulars.sources;

import java.util.Map;
import java.util.UUID;

/** Those of us who can be given customers, by the ids, addresses and names that files call them by, in lower case. */
@FunctionalInterface
interface Owners {
    Map<String, UUID> named();
}
