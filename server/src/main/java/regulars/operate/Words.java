package regulars.operate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words after a command: flags, flags with a value, and the rest. */
final class Words {
    static final int USAGE = 2;

    private final List<String> left;

    Words(List<String> words) {
        left = new ArrayList<>(words);
    }

    boolean flag(String name) {
        return left.remove(name);
    }

    Optional<String> value(String name) {
        int at = left.indexOf(name);
        if (at < 0 || at + 1 >= left.size()) return Optional.empty();
        left.remove(at);
        return Optional.of(left.remove(at));
    }

    /** All that is left, when it is at most {@code most} words and no flag among them. */
    Optional<List<String>> rest(int least, int most) {
        boolean fits =
                left.size() >= least && left.size() <= most && left.stream().noneMatch(word -> word.startsWith("-"));
        return fits ? Optional.of(List.copyOf(left)) : Optional.empty();
    }

    /** A file is named from where the person stands; the script has gone elsewhere. */
    static Path file(String name, Map<String, String> environment) {
        var stands = Path.of(environment.getOrDefault("REGULARS_CALLER", "")).toAbsolutePath();
        return stands.resolve(name).normalize();
    }

    static int usage(String sentence) {
        System.err.println("regulars: " + sentence);
        return USAGE;
    }
}
