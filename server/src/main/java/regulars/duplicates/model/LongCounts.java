package regulars.duplicates.model;

/** Counts by a key that is not 0; grows with the keys. */
final class LongCounts {
    private long[] keys = new long[1 << 10];
    private int[] counts = new int[1 << 10];
    private int size;

    /** Adds to the count and gives what it was before. */
    int add(long key, int more) {
        int at = slot(key);
        if (keys[at] == 0) {
            if (size * 2 >= keys.length) {
                grow();
                at = slot(key);
            }
            keys[at] = key;
            size++;
        }
        int before = counts[at];
        counts[at] = before + more;
        return before;
    }

    /** 0 for a key that was never added. */
    int get(long key) {
        return counts[slot(key)];
    }

    int size() {
        return size;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int at = (int) (key ^ key >>> 32) & mask;
        while (keys[at] != 0 && keys[at] != key) at = at + 1 & mask;
        return at;
    }

    private void grow() {
        var formerKeys = keys;
        var formerCounts = counts;
        keys = new long[formerKeys.length * 2];
        counts = new int[keys.length];
        for (int i = 0; i < formerKeys.length; i++) {
            if (formerKeys[i] == 0) continue;
            int at = slot(formerKeys[i]);
            keys[at] = formerKeys[i];
            counts[at] = formerCounts[i];
        }
    }
}
