package regulars.channels;

/**
 * How many recipients may get a message twice when a node dies: those handed over and not yet acknowledged. Connections
 * times hand-over batch, never more than {@link #LIMIT} a node, by construction of the batch.
 */
public record DuplicateWindow(int connections, int batch) {
    public static final int LIMIT = 100;
    public static final int MOST_A_BATCH = 25;

    public DuplicateWindow {
        if (connections < 1 || batch < 1 || connections * batch > LIMIT)
            throw new IllegalArgumentException(connections + " connections x " + batch + " exceed " + LIMIT);
    }

    /** The largest batch that keeps the promise with that many connections. */
    public static DuplicateWindow of(int connections) {
        return new DuplicateWindow(connections, Math.clamp(LIMIT / connections, 1, MOST_A_BATCH));
    }

    public int size() {
        return connections * batch;
    }
}
