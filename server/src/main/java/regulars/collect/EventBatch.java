package regulars.collect;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Stores many events in one transaction: a handful of statements whatever their count. Safe for several threads. */
@Component
class EventBatch {
    private final EventStore store;
    private final Subjects subjects;
    private final List<EventFollower> followers;
    private final TransactionOperations transactions;
    private final StepTimes times;
    private final InstantSource clock;

    EventBatch(
            EventStore store,
            Subjects subjects,
            List<EventFollower> followers,
            TransactionOperations transactions,
            StepTimes times,
            InstantSource clock) {
        this.store = store;
        this.subjects = subjects;
        this.followers = List.copyOf(followers);
        this.transactions = transactions;
        this.times = times;
        this.clock = clock;
    }

    /** When this returns they are on the disk; tells the keys of those that were not there before. */
    Set<UUID> store(List<ReadyEvent> events) {
        long begin = System.nanoTime();
        var inside = new long[1];
        var fresh = transactions.execute(status -> {
            long entered = System.nanoTime();
            var stored = write(events);
            inside[0] = System.nanoTime() - entered;
            return stored;
        });
        times.add(GateStep.COMMIT, System.nanoTime() - begin - inside[0]);
        return Objects.requireNonNull(fresh);
    }

    private Set<UUID> write(List<ReadyEvent> events) {
        var now = clock.instant();
        var byKey = new LinkedHashMap<UUID, ReadyEvent>();
        for (ReadyEvent event : events) byKey.putIfAbsent(event.key(), event);
        times.of(GateStep.CLAIM, () -> {
            store.ensureMonth(now);
            byKey.keySet().retainAll(store.claim(byKey.keySet()));
        });
        if (byKey.isEmpty()) return Set.of();
        var fresh = List.copyOf(byKey.values());
        var named = times.of(
                GateStep.NUMBER,
                () -> subjects.resolve(fresh.stream().map(ReadyEvent::subject).collect(Collectors.toSet())));
        times.of(GateStep.STORE, () -> store.add(rows(fresh, named), now));
        times.of(GateStep.FOLLOW, () -> follow(fresh, named));
        return Set.copyOf(byKey.keySet());
    }

    /** Of somebody who was erased only that something happened is kept, and when. */
    private static List<EventStore.Row> rows(List<ReadyEvent> fresh, Subjects.Resolved named) {
        return fresh.stream()
                .map(event -> {
                    boolean erased = named.erased().contains(event.subject());
                    return new EventStore.Row(
                            event.occurredAt(),
                            event.type(),
                            number(named.numbers(), event.subject()),
                            event.sender().stream(),
                            erased ? "{}" : event.properties(),
                            erased ? "{}" : event.rest());
                })
                .toList();
    }

    private static long number(Map<SubjectKey, Long> numbers, SubjectKey key) {
        return Objects.requireNonNull(numbers.get(key));
    }

    private void follow(List<ReadyEvent> fresh, Subjects.Resolved named) {
        if (followers.isEmpty()) return;
        var told = new ArrayList<FreshEvent>();
        for (ReadyEvent event : fresh) {
            if (named.erased().contains(event.subject())) continue;
            told.add(new FreshEvent(
                    event.sender(), event.call(), event.subject(), event.formerly(), event.properties()));
        }
        if (!told.isEmpty()) followers.forEach(follower -> follower.follow(told));
    }
}
