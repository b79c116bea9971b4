package regulars.collect;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import regulars.kernel.Fault;

/**
 * What is done to events that were stored: they go, or are told again to the rooms that follow. Safe for use by several
 * threads.
 */
@Service
public class StoredEvents {
    /** Nothing is received into a month that ended so long ago, whatever clocks say. */
    private static final Duration SURELY_OVER = Duration.ofDays(35);

    private final StoredEventStore store;
    private final Subjects subjects;
    private final List<EventFollower> followers;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    StoredEvents(
            StoredEventStore store,
            Subjects subjects,
            List<EventFollower> followers,
            TransactionOperations transactions,
            InstantSource clock) {
        this.store = store;
        this.subjects = subjects;
        this.followers = List.copyOf(followers);
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Deletes those of the numbers that are there, and tells how many. Sent again they are duplicates all the same. */
    public int delete(Collection<Long> numbers) {
        return store.delete(numbers);
    }

    /** Tells the followers what they would be told if the events came now; how many events that were. */
    public int tellAgain(Collection<Long> numbers) {
        var stored = store.find(numbers);
        var keys = subjects.keys(
                stored.stream().map(StoredEventStore.Stored::subject).toList());
        var told = stored.stream()
                .filter(one -> keys.containsKey(one.subject()))
                .map(one -> new FreshEvent(
                        Sender.ofStream(one.stream()),
                        one.call(),
                        Objects.requireNonNull(keys.get(one.subject())),
                        EventGate.formerly(
                                one.formerly().stream(),
                                Objects.requireNonNull(keys.get(one.subject())).value()),
                        one.properties()))
                .toList();
        if (!told.isEmpty()) {
            transactions.executeWithoutResult(status -> followers.forEach(follower -> follower.follow(told)));
        }
        return told.size();
    }

    public List<EventRetention> retention() {
        return store.retention();
    }

    /** Replaces all rules. */
    public void keep(List<EventRetention> rules) {
        var types = new LinkedHashSet<String>();
        for (EventRetention rule : rules) {
            if (types.add(rule.type())) continue;
            throw new Fault(
                            CollectFault.EVENT_RETENTION_TWICE,
                            "There are two rules for events of type '" + rule.type() + "': leave one of them out")
                    .at("type", rule.type());
        }
        transactions.executeWithoutResult(status -> store.replace(rules));
    }

    /** Takes away months in which nothing is left; tells how many. */
    public int dropEmptyMonths() {
        return store.dropEmptyMonths(clock.instant().minus(SURELY_OVER));
    }
}
