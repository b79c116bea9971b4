package regulars.customers;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import regulars.kernel.Actor;

/** A kind of change that can be made to many customers at once. A bean; safe for use by several threads. */
public interface BulkKind {
    String code();

    /**
     * The change with everything normalised; asked in the caller's request, so a missing right is told here.
     *
     * @param dry nothing may be made for it yet, such as a new tag
     */
    BulkChange settle(BulkChange asked, boolean dry);

    /** Whether each of the customers is so already; who is no longer a customer is left out. */
    Map<Integer, Boolean> alreadySo(Collection<Integer> numbers, BulkChange change);

    /** Changes them all, in the caller's transaction. */
    List<BulkItem> apply(List<Integer> numbers, BulkChange change, Actor actor);

    /** Gives back what was there before to those whom nobody changed since; tells who they are. */
    Set<Integer> restore(List<BulkItem> items, BulkChange change, Actor actor);
}
