package regulars.work;

/** Tells a handler to stop where it is; let it pass. */
public final class JobCancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JobCancelled(String reason) {
        super(reason);
    }
}
