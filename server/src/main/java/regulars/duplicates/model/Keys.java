package regulars.duplicates.model;

import java.util.Arrays;
import java.util.List;

/** The keys of a person: for every pass one after the other, from the coarsest to the finest. */
final class Keys {
    private static final Pass[] PASSES = Pass.values();
    private static final KeyPart[] PARTS = KeyPart.values();

    /** How many blocks a person is in at most. */
    static final int PLACES = places();

    /** By place, where the places of its pass begin and end: keys of two passes are never equal. */
    static final int[] FIRST_OF_PASS = new int[PLACES];

    static final int[] END_OF_PASS = new int[PLACES];

    private static final int RUNG_MASK = 3;

    static {
        int first = 0;
        for (var pass : PASSES) {
            Arrays.fill(FIRST_OF_PASS, first, first + pass.keys(), first);
            Arrays.fill(END_OF_PASS, first, first + pass.keys(), first + pass.keys());
            first += pass.keys();
        }
    }

    private Keys() {}

    /** {@link Pass#RUNGS} for each place; 0 where there is none. The last two bits of a key are its rung. */
    static long[] of(Person person) {
        var parts = new long[PARTS.length];
        for (var part : PARTS) {
            var value = part.of(person);
            if (!value.isEmpty()) parts[part.ordinal()] = Hashes.of(1, value);
        }
        var keys = new long[PLACES * Pass.RUNGS];
        int place = 0;
        for (var pass : PASSES) {
            var addresses = pass.addresses(person);
            for (int i = 0; i < pass.keys(); i++, place++) {
                if (i < addresses.size()) ladder(pass, addresses.get(i), parts, keys, place * Pass.RUNGS);
            }
        }
        return keys;
    }

    private static void ladder(Pass pass, String address, long[] parts, long[] keys, int at) {
        long key = Hashes.of(pass.ordinal() + 2L, address);
        for (var part : pass.base()) {
            if (parts[part.ordinal()] == 0) return;
            key = Hashes.of(key, parts[part.ordinal()]);
        }
        keys[at] = atRung(key, 0);
        List<KeyPart> ladder = pass.ladder();
        for (int rung = 1; rung <= ladder.size(); rung++) {
            key = Hashes.of(key, parts[ladder.get(rung - 1).ordinal()]);
            keys[at + rung] = atRung(key, rung);
        }
    }

    static long atRung(long key, int rung) {
        long marked = key & ~(long) RUNG_MASK | rung;
        return marked == 0 ? RUNG_MASK + 1L : marked;
    }

    static int rung(long key) {
        return (int) key & RUNG_MASK;
    }

    static Pass pass(int place) {
        int first = 0;
        for (var pass : PASSES) {
            if (place < first + pass.keys()) return pass;
            first += pass.keys();
        }
        throw new IllegalArgumentException("no pass has the place " + place);
    }

    private static int places() {
        int places = 0;
        for (var pass : PASSES) places += pass.keys();
        return places;
    }
}
