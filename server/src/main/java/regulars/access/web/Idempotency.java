package regulars.access.web;

import static regulars.access.AccessFault.IDEMPOTENCY_KEY_IN_USE;
import static regulars.access.AccessFault.IDEMPOTENCY_KEY_REUSED;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import regulars.kernel.Fault;
import schema.access.tables.records.IdempotentResponseRecord;

/**
 * Does a request once however often it is sent. Its answer is kept in the very transaction that did it: after a crash
 * at any point either both are there or neither is, and the sender may send again.
 */
@Component
public class Idempotency {
    private static final Duration KEPT = Duration.ofDays(1);

    private final IdempotencyStore store;
    private final PlatformTransactionManager transactions;
    private final InstantSource clock;

    Idempotency(IdempotencyStore store, PlatformTransactionManager transactions, InstantSource clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @return the answer of the first time, or of this one; a refusal changed nothing and is not kept */
    Reply once(byte[] keyHash, byte[] requestHash, Work work) throws Exception {
        var transaction = transactions.getTransaction(new DefaultTransactionDefinition());
        try {
            if (!store.lock(keyHash)) {
                throw new Fault(
                        IDEMPOTENCY_KEY_IN_USE,
                        "A request with this Idempotency-Key is being worked on: wait for its answer, then ask again");
            }
            var kept = kept(keyHash, requestHash);
            if (kept != null) return kept;
            var reply = work.run();
            if (reply.status() >= 400) return reply;
            store.add(row(keyHash, requestHash, reply));
            transactions.commit(transaction);
            return reply;
        } finally {
            if (!transaction.isCompleted()) transactions.rollback(transaction);
        }
    }

    public void forgetOld() {
        store.forget(clock.instant().minus(KEPT));
    }

    private @Nullable Reply kept(byte[] keyHash, byte[] requestHash) {
        var row = store.find(keyHash).orElse(null);
        if (row == null) return null;
        if (!MessageDigest.isEqual(row.getRequestHash(), requestHash)) {
            throw new Fault(
                    IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was used for another request: make a new key for each thing you create");
        }
        return new Reply(row.getStatus(), row.getContentType(), row.getLocation(), row.getBody());
    }

    private IdempotentResponseRecord row(byte[] keyHash, byte[] requestHash, Reply reply) {
        var row = new IdempotentResponseRecord();
        row.setKeyHash(keyHash);
        row.setRequestHash(requestHash);
        row.setStatus(reply.status());
        row.setContentType(reply.contentType());
        row.setLocation(reply.location());
        row.setBody(reply.body());
        row.setCreatedAt(clock.instant());
        return row;
    }

    /** What was answered. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Reply(
            int status,
            @Nullable String contentType,
            @Nullable String location,
            byte[] body) {}

    /** The rest of the request. */
    interface Work {
        Reply run() throws Exception;
    }
}
