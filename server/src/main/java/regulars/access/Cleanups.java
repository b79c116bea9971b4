package regulars.access;

import java.time.Duration;
import org.springframework.stereotype.Component;
import regulars.access.web.Idempotency;
import regulars.work.Tick;

/** Lets go of answers and failures that no longer matter. */
@Component
class Cleanups implements Tick {
    private final SignIns signIns;
    private final Idempotency idempotency;
    private final Invitations invitations;
    private final Passkeys passkeys;

    Cleanups(SignIns signIns, Idempotency idempotency, Invitations invitations, Passkeys passkeys) {
        this.passkeys = passkeys;
        this.signIns = signIns;
        this.idempotency = idempotency;
        this.invitations = invitations;
    }

    @Override
    public String name() {
        return "access.cleanups";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        signIns.forgetOld();
        idempotency.forgetOld();
        invitations.forgetOld();
        passkeys.forgetOld();
    }
}
