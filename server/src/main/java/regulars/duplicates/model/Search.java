package regulars.duplicates.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import regulars.duplicates.model.Estimate.Block;
import regulars.duplicates.model.Score.Verdict;

/**
 * Finds the pairs of a base that are, or may be, one person. Everybody is read once and kept in a file; then some at a
 * time are held in memory and everybody is led past them. So the memory is the same for any base, and a search among few
 * changed people is one such round. For one thread.
 */
public final class Search implements AutoCloseable {
    /** How many people a block has at most; as many are compared with each other. */
    public static final int LARGEST_BLOCK = 24;

    private static final int HELD = 200_000;
    private static final int SAMPLED = 600;
    private static final int PROBED = 30_000;
    private static final int TELL_EVERY = 8_192;

    private final Spool spool;
    private final Frequencies frequencies;
    private final Blocks blocks;
    private final Watcher watcher;
    private final List<Person> sample = new ArrayList<>();
    private final Random random = new Random(1969);

    /** Told now and then how far it is; ends the search by throwing. */
    public interface Watcher {
        void at(Step step, long done, long total);
    }

    /** What a search is doing. */
    public enum Step {
        READ,
        LEARN,
        COMPARE
    }

    /** Two people by number, the smaller first. */
    public record Found(int one, int other, Score score) {}

    /**
     * @param compared pairs that share a block
     * @param cut how many times a person was alike to too many, and was compared with some of them only
     */
    public record Outcome(long people, long compared, long found, long cut) {}

    /** Gives everybody, one after the other, in the order of their numbers. */
    public interface Source {
        void forEach(Consumer<Facts> each);
    }

    /**
     * Reads the base.
     *
     * @param expected about how many people there are
     * @param folder where the file is kept until the search is closed
     */
    public Search(Source base, long expected, Path folder, Watcher watcher) throws IOException {
        this.watcher = watcher;
        this.spool = new Spool(folder);
        this.frequencies = new Frequencies(expected);
        this.blocks = new Blocks(LARGEST_BLOCK, expected);
        base.forEach(facts -> {
            var person = Normaliser.person(facts);
            spool.add(person);
            frequencies.add(person);
            blocks.guess(Keys.of(person));
            sample(person);
            if (spool.people() % TELL_EVERY == 0) watcher.at(Step.READ, spool.people(), expected);
        });
        spool.forEach(person -> blocks.count(Keys.of(person)));
    }

    public long people() {
        return spool.people();
    }

    /** Gets the keys of blocks that people may be in. */
    public interface KeySink {
        /**
         * @param place of the pass, and of the address where people have several
         * @param rung 0 for the coarsest key; the longer ones are for blocks that are too large
         */
        void key(int number, int place, int rung, long key);
    }

    /** Every key of everybody, the longer ones too: what the joins of the blocks would be made of. */
    public void forEachKey(KeySink sink) {
        spool.forEach(person -> {
            var keys = Keys.of(person);
            for (int i = 0; i < keys.length; i++)
                if (keys[i] != 0) sink.key(person.number(), i / Pass.RUNGS, i % Pass.RUNGS, keys[i]);
        });
    }

    /** Learns the weights of this base. */
    public Weights learn() {
        var pairs = new Patterns();
        for (int i = 0; i < sample.size(); i++) {
            if (i % 64 == 0) watcher.at(Step.LEARN, i, sample.size());
            for (int j = 0; j < i; j++) pairs.add(Comparison.pattern(sample.get(j), sample.get(i)), 1);
        }
        int every = Math.max(1, spool.people() / PROBED);
        Map<Integer, Block> found = new HashMap<>();
        probe(
                number -> number % every == 0,
                Integer.MAX_VALUE,
                (probe, other, place, key) -> {
                    int rung = Keys.rung(key);
                    var pass = Keys.pass(place);
                    found.computeIfAbsent(
                                    pass.ordinal() * Pass.RUNGS + rung,
                                    any -> new Block(pass.clues(rung), new Patterns()))
                            .patterns()
                            .add(Comparison.pattern(probe, other), every / 2.0); // met from both sides
                },
                Step.LEARN);
        double people = Math.max(2, spool.people());
        return new Estimate(pairs, List.copyOf(found.values()), people * (people - 1) / 2).weights();
    }

    /**
     * Gives every pair that a person should look at, or that is sure.
     *
     * @param changed whose pairs are wanted
     */
    public Outcome find(Weights weights, IntPredicate changed, Consumer<Found> found) {
        var judge = new Judge(weights, frequencies);
        var counts = new long[2];
        probe(
                changed,
                HELD,
                (probe, other, place, key) -> {
                    if (changed.test(other.number()) && probe.number() > other.number())
                        return; // met the other way, too
                    counts[0]++;
                    long pattern = Comparison.pattern(probe, other);
                    if (!judge.worthALook(pattern)) return;
                    var score = judge.score(probe, other, pattern);
                    if (score.verdict() == Verdict.TWO) return;
                    counts[1]++;
                    found.accept(new Found(
                            Math.min(probe.number(), other.number()), Math.max(probe.number(), other.number()), score));
                },
                Step.COMPARE);
        return new Outcome(spool.people(), counts[0], counts[1], blocks.cut());
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }

    private void probe(IntPredicate wanted, int held, Probes.Met met, Step step) {
        int from = 0;
        while (from < spool.people()) {
            var probes = new Probes();
            int end = hold(probes, wanted, from, held);
            if (probes.size() > 0) lead(probes, met, step, from, end);
            from = end;
        }
    }

    /** Takes the next of the wanted into memory; tells where it stopped. */
    private int hold(Probes probes, IntPredicate wanted, int from, int held) {
        var ranks = new LongCounts();
        var at = new int[] {0, spool.people()};
        spool.forEach(person -> {
            var placed = blocks.place(Keys.of(person), ranks);
            int index = at[0]++;
            if (index < from || index >= at[1] || !wanted.test(person.number())) return;
            probes.add(person, placed);
            if (probes.size() == held) at[1] = index + 1;
        });
        return at[1];
    }

    private void lead(Probes probes, Probes.Met met, Step step, int from, int end) {
        var ranks = new LongCounts();
        var passed = new int[1];
        blocks.begin();
        spool.forEach(person -> {
            probes.meet(person, blocks.place(Keys.of(person), ranks), met);
            if (++passed[0] % TELL_EVERY == 0) {
                double share = (double) passed[0] / spool.people();
                watcher.at(step, from + (long) ((end - from) * share), spool.people());
            }
        });
    }

    /** Everybody has the same chance to be in it (reservoir sampling, J. S. Vitter, 1985). */
    private void sample(Person person) {
        if (sample.size() < SAMPLED) {
            sample.add(person);
            return;
        }
        int place = random.nextInt(spool.people());
        if (place < SAMPLED) sample.set(place, person);
    }
}
