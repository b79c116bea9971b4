package regulars.duplicates.model;

import com.ibm.icu.text.Transliterator;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.commons.codec.language.DaitchMokotoffSoundex;

/**
 * Names of all scripts in one. Cyrillic by the tables of BGN, Ukrainian where a letter tells so; Chinese by pinyin;
 * everything else by ICU's general rules. Safe for use by several threads.
 */
final class Names {
    private static final int REMEMBERED = 100_000;

    private static final Transliterator UKRAINIAN = Transliterator.getInstance("Ukrainian-Latin/BGN; Latin-ASCII");
    private static final Transliterator RUSSIAN = Transliterator.getInstance("Russian-Latin/BGN; Latin-ASCII");
    private static final Transliterator OTHER = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    private static final DaitchMokotoffSoundex SOUNDS = new DaitchMokotoffSoundex();

    /** One sound, many spellings, in this order: what a passport, a shop assistant and a bank make of one name. */
    private static final String[][] SPELLINGS = {
        {"iia", "ia"},
        {"iya", "ia"},
        {"iiu", "iu"},
        {"iy", "i"},
        {"ij", "i"},
        {"yi", "i"},
        {"ii", "i"},
        {"shch", "S"},
        {"sch", "S"},
        {"tsch", "C"},
        {"tch", "C"},
        {"sh", "S"},
        {"zh", "z"},
        {"kh", "h"},
        {"ch", "C"},
        {"ts", "c"},
        {"tz", "c"},
        {"ph", "f"},
        {"th", "t"},
        {"ck", "k"},
        {"x", "ks"},
        {"q", "k"},
        {"w", "v"},
        {"yu", "u"},
        {"iu", "u"},
        {"ju", "u"},
        {"ya", "a"},
        {"ia", "a"},
        {"ja", "a"},
        {"ye", "e"},
        {"ie", "e"},
        {"je", "e"},
        {"yo", "e"},
        {"jo", "e"},
        {"j", "i"},
        {"y", "i"}
    };

    private static final Map<String, String> LATIN = remembered();
    private static final Map<String, String> FOLDED = remembered();
    private static final Map<String, String> CODES = remembered();

    private Names() {}

    /** Lower case Latin letters and digits, words parted by one space. */
    static String latin(String text) {
        return remember(LATIN, text, Names::spell);
    }

    /** As {@link #latin}, in one word. */
    static String word(String text) {
        var latin = latin(text);
        return latin.indexOf(' ') < 0 ? latin : latin.replace(" ", "");
    }

    /** What is left of a Latin word when spellings of one sound are made the same. */
    static String folded(String latin) {
        return remember(FOLDED, latin, Names::fold);
    }

    /**
     * A code that names of a like sound share (Daitch and Mokotoff's soundex, made for Slavic and Germanic names); empty
     * for what has no letter.
     */
    static String sound(String latin) {
        return remember(CODES, latin, Names::code);
    }

    private static String code(String latin) {
        var letters = latin.replaceAll("[^a-z]", "");
        return letters.isEmpty() ? "" : SOUNDS.encode(letters);
    }

    private static String spell(String text) {
        var latin = isAscii(text) ? text : transliterator(text).transliterate(text);
        var kept = new StringBuilder(latin.length());
        for (char letter : latin.toLowerCase(Locale.ROOT).toCharArray()) {
            if (letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9') kept.append(letter);
            else if (letter != '\'' && !kept.isEmpty() && kept.charAt(kept.length() - 1) != ' ') kept.append(' ');
        }
        return kept.toString().strip();
    }

    private static Transliterator transliterator(String text) {
        boolean cyrillic = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = Character.toLowerCase(text.charAt(i));
            if (letter == 'і' || letter == 'ї' || letter == 'є' || letter == 'ґ') return UKRAINIAN;
            cyrillic |= Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC;
        }
        return cyrillic ? RUSSIAN : OTHER;
    }

    private static String fold(String latin) {
        var folded = latin;
        for (var spelling : SPELLINGS) folded = folded.replace(spelling[0], spelling[1]);
        var single = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char letter = folded.charAt(i);
            if (i == 0 || letter != folded.charAt(i - 1)) single.append(letter);
        }
        return single.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) > 127) return false;
        return true;
    }

    private static String remember(Map<String, String> known, String text, UnaryOperator<String> make) {
        var found = known.get(text);
        if (found != null) return found;
        var made = make.apply(text);
        known.put(text, made);
        return made;
    }

    private static Map<String, String> remembered() {
        return Collections.synchronizedMap(new LinkedHashMap<>(1 << 10, .75f, false) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                return size() > REMEMBERED;
            }
        });
    }
}
