package regulars.channels;

import static schema.channels.Tables.MESSAGE;

import java.sql.Connection;
import java.time.Instant;
import java.util.Map;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import regulars.access.Audit;
import regulars.access.CurrentActor;

/** Nothing leaves a restored product until a person says so: who knows what went out after the backup was made? */
@Service
public class SendHolds {
    private final HoldStore store;
    private final SenderSignal signal;
    private final Audit audit;
    private final CurrentActor actor;

    SendHolds(HoldStore store, SenderSignal signal, Audit audit, CurrentActor actor) {
        this.store = store;
        this.signal = signal;
        this.audit = audit;
        this.actor = actor;
    }

    /** The restore's last step, in its own transaction. A schema too old to hold has its sendings paused instead. */
    public static void holdRestored(Connection restoring, Instant backupMadeAt, Instant now) {
        var store = new HoldStore(DSL.using(restoring, SQLDialect.POSTGRES));
        if (store.knowsHolds()) store.hold(backupMadeAt, now);
        else store.pauseRunning(now);
    }

    public boolean held() {
        return store.held();
    }

    public int messagesWaiting() {
        return store.messages(MESSAGE.DUE_AT.isNotNull());
    }

    public int messagesInFlight() {
        return store.messages(MESSAGE.NODE.isNotNull());
    }

    SendingHold current() {
        return store.current().orElse(SendingHold.NONE);
    }

    /** The same again changes nothing. */
    SendingHold release() {
        if (store.release()) {
            audit.add(actor.get(), "sending.released", "hold", Map.of());
            signal.wake();
        }
        return current();
    }
}
