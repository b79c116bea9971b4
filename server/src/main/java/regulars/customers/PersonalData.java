package regulars.customers;

import java.util.List;
import java.util.Map;

/** What a room holds of one person: it can be handed over, and forgotten. A bean; each cares for its own tables alone. */
public interface PersonalData {
    /** All of it, table by table, in words that the person can read. */
    List<PersonalTable> held(KnownPerson person);

    /**
     * Forgets it in the caller's transaction; what has to stay for the figures stays without the person.
     *
     * @return how many rows were deleted or emptied, by table
     */
    Map<String, Integer> forget(KnownPerson person);
}
