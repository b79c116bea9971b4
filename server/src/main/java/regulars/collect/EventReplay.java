package regulars.collect;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import regulars.kernel.Fault;
import schema.collect.tables.records.ParkedEventRecord;

/** Sends what was parked through the gate once more, as of the moment it first came. */
@Service
class EventReplay {
    static final int AT_ONCE = 500;

    private final EventGate gate;
    private final ParkedEventStore store;
    private final ParkedEvents parked;

    EventReplay(EventGate gate, ParkedEventStore store, ParkedEvents parked) {
        this.gate = gate;
        this.store = store;
        this.parked = parked;
    }

    /** @param refused those that stay where they are */
    record Replayed(int stored, int duplicates, int refused) {
        static Replayed of(Map<ParkedEventRecord, Taken> replayed) {
            return new Replayed(
                    count(replayed, Taken.Outcome.STORED),
                    count(replayed, Taken.Outcome.DUPLICATE),
                    count(replayed, Taken.Outcome.REFUSED));
        }

        private static int count(Map<ParkedEventRecord, Taken> replayed, Taken.Outcome outcome) {
            return (int) replayed.values().stream()
                    .filter(one -> one.outcome() == outcome)
                    .count();
        }
    }

    ParkedEventRecord find(UUID id) {
        return store.find(id)
                .orElseThrow(() -> new Fault(
                                CollectFault.PARKED_EVENT_NOT_FOUND,
                                "There is no parked event " + id + ": it came in meanwhile, or its time was over")
                        .at("id", id));
    }

    Replayed one(UUID id) {
        var row = find(id);
        if (row.getBody().length < row.getBytes()) {
            throw new Fault(
                            CollectFault.PARKED_EVENT_CUT,
                            "Only the beginning of this event was kept, for it was too large: send it again smaller")
                    .at("id", id);
        }
        return replay(List.of(row));
    }

    Replayed all(String reason) {
        return replay(store.whole(reason, AT_ONCE));
    }

    private Replayed replay(List<ParkedEventRecord> rows) {
        var replayed = new LinkedHashMap<ParkedEventRecord, Taken>();
        rows.stream()
                .collect(Collectors.groupingBy(Came::of, LinkedHashMap::new, Collectors.toList()))
                .forEach((came, together) -> {
                    var sent = together.stream().map(ParkedEvents::sent).toList();
                    var taken = gate.attempt(came.sender(), sent, came.at()).iterator();
                    together.forEach(row -> replayed.put(row, taken.next()));
                });
        parked.settle(replayed);
        return Replayed.of(replayed);
    }

    /** What events have to share to go through the gate at once. */
    private record Came(Sender sender, Instant at) {
        static Came of(ParkedEventRecord row) {
            return new Came(new Sender(row.getSource(), row.getTrusted()), row.getParkedAt());
        }
    }
}
