package regulars.duplicates.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Some people in memory, found by the keys of their blocks. */
final class Probes {
    private final List<Person> people = new ArrayList<>();
    private final List<long[]> keys = new ArrayList<>();
    private long[] slots = new long[1 << 12];
    private int[] heads = new int[1 << 12];
    private int used;
    private int[] next = new int[1 << 12];
    private int[] whose = new int[1 << 12];
    private int links;

    /** What to do with a pair. */
    interface Met {
        /** @param place of the first pass that brings the two together, and {@code key} of their block there */
        void pair(Person probe, Person other, int place, long key);
    }

    int size() {
        return people.size();
    }

    void add(Person person, long[] placed) {
        people.add(person);
        keys.add(placed);
        for (long key : placed) if (key != 0) link(key, people.size() - 1);
    }

    /** Every probe that shares a block with the person, once. */
    void meet(Person person, long[] placed, Met met) {
        for (int place = 0; place < placed.length; place++) {
            long key = placed[place];
            if (key == 0) continue;
            for (int link = heads[slot(key)]; link != 0; link = next[link]) {
                int probe = whose[link];
                if (people.get(probe).number() == person.number()) continue;
                if (!metBefore(placed, place, keys.get(probe))) met.pair(people.get(probe), person, place, key);
            }
        }
    }

    private static boolean metBefore(long[] placed, int end, long[] theirs) {
        for (int i = 0; i < end; i++) {
            if (placed[i] == 0) continue;
            for (int j = Keys.FIRST_OF_PASS[i]; j < Keys.END_OF_PASS[i]; j++) if (theirs[j] == placed[i]) return true;
        }
        return false;
    }

    private void link(long key, int probe) {
        if (++links == next.length) {
            next = Arrays.copyOf(next, links * 2);
            whose = Arrays.copyOf(whose, links * 2);
        }
        if (used * 2 >= slots.length) grow();
        int slot = slot(key);
        if (slots[slot] == 0) {
            slots[slot] = key;
            used++;
        }
        whose[links] = probe;
        next[links] = heads[slot];
        heads[slot] = links;
    }

    private int slot(long key) {
        int mask = slots.length - 1;
        int at = (int) (key >>> 2 ^ key >>> 33) & mask;
        while (slots[at] != 0 && slots[at] != key) at = at + 1 & mask;
        return at;
    }

    private void grow() {
        var formerSlots = slots;
        var formerHeads = heads;
        slots = new long[formerSlots.length * 2];
        heads = new int[slots.length];
        for (int i = 0; i < formerSlots.length; i++) {
            if (formerSlots[i] == 0) continue;
            int at = slot(formerSlots[i]);
            slots[at] = formerSlots[i];
            heads[at] = formerHeads[i];
        }
    }
}
