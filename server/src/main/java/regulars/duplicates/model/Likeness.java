package regulars.duplicates.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** How alike two spellings are. Similarity of strings as in W. E. Winkler, Census Bureau, 1990. */
final class Likeness {
    private static final JaroWinklerSimilarity WINKLER = new JaroWinklerSimilarity();
    private static final double CLOSE = .92;
    private static final double SIMILAR = .84;
    private static final double HALF = .5;
    private static final int SHORTEST_FOR_A_SLIP = 4;
    private static final int SHORTEST_BEGINNING = 3;

    private Likeness() {}

    /** Of two words, each a name. */
    static Agreement names(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) return Agreement.ABSENT;
        if (one.equals(other)) return Agreement.SAME;
        if (one.length() == 1 || other.length() == 1) {
            return one.charAt(0) == other.charAt(0) ? Agreement.SIMILAR : Agreement.DIFFERENT;
        }
        var oneFolded = Names.folded(one);
        var otherFolded = Names.folded(other);
        if (oneFolded.equals(otherFolded)) return Agreement.SOUND;
        if (slip(one, other) || slip(oneFolded, otherFolded)) return Agreement.CLOSE;
        double alike = Math.max(WINKLER.apply(one, other), WINKLER.apply(oneFolded, otherFolded));
        if (alike >= CLOSE) return Agreement.CLOSE;
        return alike >= SIMILAR || begins(one, other) ? Agreement.SIMILAR : Agreement.DIFFERENT;
    }

    /** Of two texts of several words, such as streets. */
    static Agreement texts(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) return Agreement.ABSENT;
        if (one.equals(other)) return Agreement.SAME;
        if (slip(one, other)) return Agreement.CLOSE;
        double alike = WINKLER.apply(one, other);
        if (alike >= CLOSE) return Agreement.CLOSE;
        return alike >= SIMILAR || shareWords(one, other) ? Agreement.SIMILAR : Agreement.DIFFERENT;
    }

    /** Of two places: one of a like sound is the same in another spelling. */
    static Agreement places(String one, String other) {
        var agreement = texts(one, other);
        if (agreement == Agreement.SAME || agreement == Agreement.ABSENT) return agreement;
        if (Names.folded(one).equals(Names.folded(other))) return Agreement.SOUND;
        return agreement == Agreement.CLOSE ? agreement : Agreement.DIFFERENT;
    }

    /** Of two numbers or short codes. */
    static Agreement codes(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) return Agreement.ABSENT;
        if (one.equals(other)) return Agreement.SAME;
        return one.length() > 1 && other.length() > 1 && edited(one, other) ? Agreement.CLOSE : Agreement.DIFFERENT;
    }

    /** Of two dates of eight digits. */
    static Agreement dates(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) return Agreement.ABSENT;
        if (one.equals(other)) return Agreement.SAME;
        boolean year = one.regionMatches(0, other, 0, 4);
        boolean month = one.regionMatches(4, other, 4, 2);
        boolean day = one.regionMatches(6, other, 6, 2);
        if (year && one.regionMatches(4, other, 6, 2) && one.regionMatches(6, other, 4, 2)) return Agreement.SWAPPED;
        if (edited(one, other)) return Agreement.CLOSE;
        int parts = (year ? 1 : 0) + (month ? 1 : 0) + (day ? 1 : 0);
        return parts == 2 ? Agreement.PART : Agreement.DIFFERENT;
    }

    static Agreement emails(String one, String other) {
        if (one.equals(other)) return Agreement.SAME;
        if (edited(one, other) && digits(one).equals(digits(other))) return Agreement.CLOSE;
        int end = one.indexOf('@');
        boolean mailbox = end >= SHORTEST_FOR_A_SLIP && one.regionMatches(0, other, 0, end + 1);
        return mailbox ? Agreement.PART : Agreement.DIFFERENT;
    }

    /** What tells mailboxes of one name apart is no slip. */
    private static String digits(String address) {
        return address.replaceAll("\\D", "");
    }

    static Agreement phones(String one, String other) {
        if (one.equals(other)) return Agreement.SAME;
        if (end(one).equals(end(other))) return one.length() == other.length() ? Agreement.PART : Agreement.SAME;
        return edited(one, other) ? Agreement.CLOSE : Agreement.DIFFERENT;
    }

    /** A number without the codes of country and city, which are left out as often as not. */
    static String end(String phone) {
        return phone.substring(Math.max(0, phone.length() - 7));
    }

    private static boolean slip(String one, String other) {
        return Math.min(one.length(), other.length()) >= SHORTEST_FOR_A_SLIP && edited(one, other);
    }

    private static boolean begins(String one, String other) {
        return Math.min(one.length(), other.length()) >= SHORTEST_BEGINNING
                && (one.startsWith(other) || other.startsWith(one));
    }

    /** Whether one letter more, less or other, or two neighbours exchanged (F. J. Damerau, 1964), make them the same. */
    static boolean edited(String one, String other) {
        int difference = one.length() - other.length();
        if (difference > 1 || difference < -1) return false;
        int from = 0;
        int shorter = Math.min(one.length(), other.length());
        while (from < shorter && one.charAt(from) == other.charAt(from)) from++;
        if (difference == 0) return sameAfter(one, other, from);
        return difference > 0
                ? one.regionMatches(from + 1, other, from, other.length() - from)
                : other.regionMatches(from + 1, one, from, one.length() - from);
    }

    private static boolean sameAfter(String one, String other, int from) {
        int length = one.length();
        if (one.regionMatches(from + 1, other, from + 1, length - from - 1)) return true;
        return from + 1 < length
                && one.charAt(from) == other.charAt(from + 1)
                && one.charAt(from + 1) == other.charAt(from)
                && one.regionMatches(from + 2, other, from + 2, length - from - 2);
    }

    private static boolean shareWords(String one, String other) {
        Set<String> words = new HashSet<>(List.of(one.split(" ")));
        Set<String> all = new HashSet<>(words);
        Set<String> others = new HashSet<>(List.of(other.split(" ")));
        all.addAll(others);
        words.retainAll(others);
        return words.size() >= HALF * all.size();
    }
}
