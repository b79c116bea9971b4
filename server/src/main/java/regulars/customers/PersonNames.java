package regulars.customers;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is called, to tell whether two records may speak of one person. Names that are spelled differently, short
 * or in another script contradict nothing; two given names that have nothing in common do.
 */
record PersonNames(@Nullable String given, String full) {
    private static final int CLEAR_BEGINNING = 3;
    private static final int LONG_ENOUGH_FOR_A_SLIP = 4;

    static PersonNames of(IncomingCustomer said) {
        var given = said.value(ProfileField.GIVEN_NAME);
        var full = said.value(ProfileField.FULL_NAME);
        if (full == null) {
            full = String.join(
                    " ",
                    Stream.of(given, said.value(ProfileField.MIDDLE_NAME), said.value(ProfileField.FAMILY_NAME))
                            .flatMap(Stream::ofNullable)
                            .toList());
        }
        return new PersonNames(given, full);
    }

    boolean known() {
        return !full.isBlank();
    }

    boolean contradicts(PersonNames other) {
        if (given != null && other.given != null) return contradict(given, other.given);
        return known() && other.known() && contradict(full, other.full);
    }

    private static boolean contradict(String one, String two) {
        return script(one) == script(two) && !alike(words(one), words(two));
    }

    /** Whether each word of the shorter name is a word of the other. */
    private static boolean alike(List<String> one, List<String> two) {
        var shorter = one.size() <= two.size() ? one : two;
        var longer = shorter == one ? two : one;
        return shorter.stream().allMatch(word -> longer.stream().anyMatch(other -> alike(word, other)));
    }

    private static boolean alike(String one, String two) {
        if (one.equals(two)) return true;
        var shorter = one.length() <= two.length() ? one : two;
        var longer = one.length() <= two.length() ? two : one;
        boolean begins = longer.startsWith(shorter);
        if (begins && (shorter.length() == 1 || shorter.length() >= CLEAR_BEGINNING)) return true;
        if (isHan(shorter)) return longer.contains(shorter);
        return longer.length() >= LONG_ENOUGH_FOR_A_SLIP && slips(shorter, longer) <= 1;
    }

    /** Letters that were left out, put in or mistaken; more than one counts as two. */
    private static int slips(String shorter, String longer) {
        if (longer.length() - shorter.length() > 1) return 2;
        int at = 0;
        while (at < shorter.length() && shorter.charAt(at) == longer.charAt(at)) at++;
        boolean same = shorter.length() == longer.length();
        var rest = shorter.substring(Math.min(same ? at + 1 : at, shorter.length()));
        return longer.substring(Math.min(at + 1, longer.length())).equals(rest) ? 1 : 2;
    }

    private static List<String> words(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean isHan(String text) {
        return text.codePoints().allMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN);
    }

    private static Character.@Nullable UnicodeScript script(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character.UnicodeScript::of)
                .findFirst()
                .orElse(null);
    }
}
