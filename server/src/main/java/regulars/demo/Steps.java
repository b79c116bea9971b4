package regulars.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What the check prints: each step with its figures and the seconds it took, and every mismatch in a line of its own. */
final class Steps {
    /** The work of one step; what it returns is printed as its figures. */
    interface Work {
        String run() throws Exception;
    }

    private final PrintStream out;
    private final List<String> mismatches = new ArrayList<>();

    Steps(PrintStream out) {
        this.out = out;
    }

    void step(String name, Work work) throws Exception {
        long start = System.nanoTime();
        String figures = work.run();
        out.printf(Locale.ROOT, "%-22s %s  (%.1f s)%n", name, figures, (System.nanoTime() - start) / 1e9);
    }

    void note(String sentence) {
        out.println(sentence);
    }

    /** Compares a figure of the product with the one that must be. */
    void expect(String what, Object expected, Object actual) {
        if (!Objects.equals(String.valueOf(expected), String.valueOf(actual)))
            mismatch(what + ": " + actual + " instead of " + expected);
    }

    void expect(String what, boolean holds) {
        if (!holds) mismatch(what);
    }

    /** True when nothing differed. */
    boolean agreed() {
        return mismatches.isEmpty();
    }

    private void mismatch(String sentence) {
        mismatches.add(sentence);
        out.println("  MISMATCH  " + sentence);
    }
}
