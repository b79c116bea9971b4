package regulars.collect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** The one gate for what happened. Safe for use by several threads, and by several nodes. */
@Service
public class Events {
    private final EventStore store;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Events(EventStore store, TransactionOperations transactions, InstantSource clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Stores the event exactly once by its message id within its source.
     *
     * @return false when it was there already
     */
    public boolean record(NewEvent event) {
        return recordAll(List.of(event)) == 1;
    }

    /** Stores those of the events that are new, in one transaction (the caller's, when there is one); tells how many. */
    public int recordAll(List<NewEvent> events) {
        if (events.isEmpty()) return 0;
        var byKey = new LinkedHashMap<UUID, NewEvent>();
        for (NewEvent event : events) byKey.putIfAbsent(key(event.source(), event.messageId()), event);
        var now = clock.instant();
        Integer added = transactions.execute(status -> {
            store.ensureMonth(now);
            byKey.keySet().retainAll(store.claim(byKey.keySet()));
            store.add(byKey.values().stream().map(Events::row).toList(), now);
            return byKey.size();
        });
        return added == null ? 0 : added;
    }

    private static EventStore.Row row(NewEvent event) {
        return new EventStore.Row(
                event.occurredAt(),
                event.type(),
                event.subjectNumber(),
                event.source(),
                JsonMapper.shared().writeValueAsString(event.properties()),
                "{}");
    }

    /** 128 bits of SHA-256; the length keeps ("ab", "c") and ("a", "bc") apart. */
    static UUID key(String source, String messageId) {
        return key(source, messageId.getBytes(StandardCharsets.UTF_8));
    }

    static UUID key(String source, byte[] id) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            byte[] space = source.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, space.length));
            digest.update(space);
            var hash = ByteBuffer.wrap(digest.digest(id));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
