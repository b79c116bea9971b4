package regulars.duplicates.model;

import java.util.List;

/** How many people share each value of a clue: a rare name that agrees says more than a common one. */
final class Frequencies {
    private static final int VALUES_OF_ONE = 6;
    private static final Clue[] CLUES = Clue.values();

    private final Sketch counts;
    private long people;

    Frequencies(long expected) {
        counts = new Sketch(expected * VALUES_OF_ONE);
    }

    void add(Person person) {
        people++;
        for (var clue : CLUES)
            for (var value : values(clue, person)) if (!value.isEmpty()) counts.add(Hashes.of(clue.ordinal(), value));
    }

    long people() {
        return people;
    }

    /**
     * How probable it is that another person has the very value that the two share. The two themselves are left out of
     * the count, or two records of one person would make a rare value look less rare.
     *
     * @param average the same of any value
     */
    double chance(Clue clue, Person one, Person other, double average) {
        double rarest = 1;
        for (var value : values(clue, one)) {
            if (!values(clue, other).contains(value)) continue;
            double others = counts.count(Hashes.of(clue.ordinal(), value)) - 2.0;
            rarest = Math.min(rarest, Math.max(others / people, Math.min(average, 1.0 / people)));
        }
        return rarest;
    }

    private static List<String> values(Clue clue, Person person) {
        return switch (clue) {
            case GIVEN_NAME -> List.of(person.given());
            case FAMILY_NAME -> List.of(person.family());
            case MIDDLE_NAME -> List.of(person.middle());
            case BIRTH_DATE -> List.of(person.birth());
            case SEX -> List.of(person.sex());
            case EMAIL -> person.emails();
            case PHONE -> person.phones().stream().map(Likeness::end).toList();
            case STREET -> List.of(person.street());
            case HOUSE -> List.of(person.house());
            case POSTCODE -> List.of(person.postcode());
            case CITY -> List.of(person.city());
            case DISTRICT -> List.of(person.district());
            case REGION -> List.of(person.region());
            case EXTERNAL_NUMBER ->
                person.externals().stream()
                        .map(one -> one.substring(one.indexOf(':')))
                        .toList();
        };
    }
}
