package regulars.sources;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Cyrillic in Latin letters, for keys that people may read; other scripts are left out. */
final class Latin {
    private static final Map<Character, String> LETTERS = letters();

    private Latin() {}

    private static Map<Character, String> letters() {
        var pairs =
                "а a б b в v г g ґ g д d е e ё e є ie ж zh з z и i і i ї i й i к k л l м m н n о o п p р r с s т t у u "
                        + "ф f х kh ц ts ч ch ш sh щ shch ъ _ ы y ь _ э e ю iu я ia";
        var letters = new HashMap<Character, String>();
        var words = pairs.split(" ");
        for (int i = 0; i < words.length; i += 2) letters.put(words[i].charAt(0), words[i + 1].replace("_", ""));
        return Map.copyOf(letters);
    }

    static String letters(String text) {
        var latin = new StringBuilder();
        for (char letter : text.toLowerCase(Locale.ROOT).toCharArray()) {
            latin.append(LETTERS.getOrDefault(letter, String.valueOf(letter)));
        }
        return Normalizer.normalize(latin, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
