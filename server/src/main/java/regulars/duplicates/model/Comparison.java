package regulars.duplicates.model;

import java.util.List;

/** Compares two people clue by clue. */
final class Comparison {
    private static final List<Agreement> BEST_FIRST =
            List.of(Agreement.SAME, Agreement.CLOSE, Agreement.PART, Agreement.DIFFERENT);

    private Comparison() {}

    /** All agreements of the two in one number, three bits a clue. */
    static long pattern(Person one, Person other) {
        return names(one, other)
                | Likeness.names(one.middle(), other.middle()).at(Clue.MIDDLE_NAME)
                | Likeness.dates(one.birth(), other.birth()).at(Clue.BIRTH_DATE)
                | sex(one, other).at(Clue.SEX)
                | best(one.emails(), other.emails(), Likeness::emails).at(Clue.EMAIL)
                | best(one.phones(), other.phones(), Likeness::phones).at(Clue.PHONE)
                | Likeness.texts(one.street(), other.street()).at(Clue.STREET)
                | Likeness.codes(one.house(), other.house()).at(Clue.HOUSE)
                | Likeness.codes(one.postcode(), other.postcode()).at(Clue.POSTCODE)
                | Likeness.places(one.city(), other.city()).at(Clue.CITY)
                | Likeness.texts(one.district(), other.district()).at(Clue.DISTRICT)
                | Likeness.codes(one.region(), other.region()).at(Clue.REGION)
                | externals(one, other).at(Clue.EXTERNAL_NUMBER);
    }

    /** Exchanged names are one fact, not two: the family name then says nothing more. */
    private static long names(Person one, Person other) {
        var given = Likeness.names(one.given(), other.given());
        var family = Likeness.names(one.family(), other.family());
        if (!agrees(given) && !agrees(family)) {
            var across = Likeness.names(one.given(), other.family());
            var back = Likeness.names(one.family(), other.given());
            boolean crosswise = agrees(across) && (agrees(back) || back == Agreement.ABSENT)
                    || agrees(back) && across == Agreement.ABSENT;
            if (crosswise) return Agreement.SWAPPED.at(Clue.GIVEN_NAME);
        }
        return given.at(Clue.GIVEN_NAME) | family.at(Clue.FAMILY_NAME);
    }

    private static boolean agrees(Agreement agreement) {
        return agreement == Agreement.SAME || agreement == Agreement.SOUND || agreement == Agreement.CLOSE;
    }

    private static Agreement sex(Person one, Person other) {
        if (one.sex().isEmpty() || other.sex().isEmpty()) return Agreement.ABSENT;
        return one.sex().equals(other.sex()) ? Agreement.SAME : Agreement.DIFFERENT;
    }

    private static Agreement best(List<String> ones, List<String> others, BinaryComparison compare) {
        if (ones.isEmpty() || others.isEmpty()) return Agreement.ABSENT;
        int best = BEST_FIRST.size() - 1;
        for (var one : ones)
            for (var other : others) best = Math.min(best, BEST_FIRST.indexOf(compare.apply(one, other)));
        return BEST_FIRST.get(best);
    }

    /** Two numbers of one system contradict each other; of two systems they say nothing unless they are equal. */
    private static Agreement externals(Person one, Person other) {
        var answer = Agreement.ABSENT;
        for (var mine : one.externals()) {
            for (var theirs : other.externals()) {
                int space = mine.indexOf(':');
                if (mine.substring(space).equals(theirs.substring(theirs.indexOf(':')))) return Agreement.SAME;
                if (mine.regionMatches(0, theirs, 0, space + 1)) answer = Agreement.DIFFERENT;
            }
        }
        return answer;
    }

    private interface BinaryComparison {
        Agreement apply(String one, String other);
    }
}
