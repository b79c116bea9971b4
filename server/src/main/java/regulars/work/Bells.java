package regulars.work;

import org.springframework.stereotype.Component;

/** What waiting threads of this node listen for; other nodes are found by looking again. */
@Component
class Bells {
    private final Bell queued = new Bell();
    private final Bell cancelled = new Bell();
    private final Bell ended = new Bell();

    Bell queued() {
        return queued;
    }

    Bell cancelled() {
        return cancelled;
    }

    Bell ended() {
        return ended;
    }
}
