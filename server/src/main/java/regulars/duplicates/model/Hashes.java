package regulars.duplicates.model;

/** 64 bits for a text; never 0, which stands for nothing. */
final class Hashes {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private Hashes() {}

    static long of(long seed, String text) {
        long hash = seed * MULTIPLIER;
        for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * MULTIPLIER + i;
        return mixed(hash);
    }

    static long of(long seed, long other) {
        return mixed(seed * MULTIPLIER ^ other);
    }

    private static long mixed(long hash) {
        long mixed = (hash ^ hash >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        mixed ^= mixed >>> 31;
        return mixed == 0 ? 1 : mixed;
    }
}
