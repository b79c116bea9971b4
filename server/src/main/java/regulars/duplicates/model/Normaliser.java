package regulars.duplicates.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Brings what is written of a person to the spelling in which people are compared. */
final class Normaliser {
    private static final Pattern PATRONYMIC =
            Pattern.compile(".{2,}(?:[oeyi]vich|[oeiy]vych|ich|ivna|[oeiy]vna|ichna)");
    private static final Pattern NOT_A_DIGIT = Pattern.compile("\\D");
    private static final int DIGITS_OF_A_DATE = 8;

    private static final int LONGEST = 120;

    /** Addresses of one person beyond these are compared by the others' blocks only. */
    static final int MOST = 3;

    private Normaliser() {}

    static Person person(Facts facts) {
        var names = names(facts);
        var place = facts.place();
        return new Person(
                facts.number(),
                names[0],
                names[1],
                names[2],
                birth(facts.birth()),
                facts.sex() == null ? "" : facts.sex().substring(0, 1).toLowerCase(Locale.ROOT),
                some(facts.emails().stream()
                        .map(email -> email.strip().toLowerCase(Locale.ROOT))
                        .toList()),
                some(facts.phones().stream()
                        .map(phone -> NOT_A_DIGIT.matcher(phone).replaceAll(""))
                        .toList()),
                latin(place.street()),
                word(place.house()),
                word(place.postcode()),
                latin(place.city()),
                latin(place.district()),
                word(place.region()),
                some(facts.externalNumbers()));
    }

    /** Given, family and middle name. */
    private static String[] names(Facts facts) {
        var given = word(facts.givenName());
        var family = word(facts.familyName());
        var middle = word(facts.middleName());
        if (!given.isEmpty() || !family.isEmpty() || facts.wholeName() == null) {
            return new String[] {given, family, middle};
        }
        return split(shortened(facts.wholeName()));
    }

    /** The order of the two is unknown, but names are also compared crosswise; a patronymic shows itself. */
    private static String[] split(String whole) {
        List<String> words = new ArrayList<>(Arrays.asList(latin(whole).split(" ")));
        var middle = "";
        if (words.size() == 3) {
            int at = 0;
            while (at < 3 && !PATRONYMIC.matcher(words.get(at)).matches()) at++;
            if (at > 0 && at < 3) middle = words.remove(at);
        }
        if (words.size() == 1) return new String[] {"", words.getFirst(), middle};
        return new String[] {words.getFirst(), String.join("", words.subList(1, words.size())), middle};
    }

    private static String birth(@Nullable String given) {
        if (given == null) return "";
        var digits = NOT_A_DIGIT.matcher(given).replaceAll("");
        return digits.length() == DIGITS_OF_A_DATE ? digits : "";
    }

    private static List<String> some(List<String> all) {
        return all.stream()
                .filter(one -> !one.isEmpty() && one.length() <= LONGEST * 3)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static String latin(@Nullable String text) {
        return Names.latin(shortened(text));
    }

    private static String word(@Nullable String text) {
        return Names.word(shortened(text));
    }

    /** No name is longer; whoever wrote a novel into the field is compared by its beginning. */
    private static String shortened(@Nullable String text) {
        var known = Objects.requireNonNullElse(text, "");
        return known.length() <= LONGEST ? known : known.substring(0, LONGEST);
    }
}
