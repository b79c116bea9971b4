package regulars.access;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** A password nobody chose, without letters and digits that look alike. */
final class GeneratedPassword {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 20;

    private GeneratedPassword() {}

    static String next() {
        return new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
