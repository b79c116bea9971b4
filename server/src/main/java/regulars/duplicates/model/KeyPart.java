package regulars.duplicates.model;

import java.util.function.Function;

/** What keys of blocks are made of: of one clue each, in a spelling that bears slips. */
enum KeyPart {
    GIVEN_SOUND(Clue.GIVEN_NAME, person -> Names.sound(person.given())),
    FAMILY_SOUND(Clue.FAMILY_NAME, person -> Names.sound(person.family())),
    GIVEN_START(Clue.GIVEN_NAME, person -> start(person.given(), 2)),
    FAMILY_START(Clue.FAMILY_NAME, person -> start(Names.folded(person.family()), 4)),
    GIVEN(Clue.GIVEN_NAME, Person::given),
    FAMILY(Clue.FAMILY_NAME, Person::family),
    BIRTH_DATE(Clue.BIRTH_DATE, person -> date(person.birth())),
    BIRTH_YEAR(Clue.BIRTH_DATE, person -> start(person.birth(), 4)),
    BIRTH_DAY(
            Clue.BIRTH_DATE,
            person -> person.birth().isEmpty() ? "" : person.birth().substring(4)),
    POSTCODE(Clue.POSTCODE, Person::postcode),
    CITY(Clue.CITY, Person::city),
    STREET(Clue.STREET, person -> start(Names.folded(person.street()), 6)),
    HOUSE(Clue.HOUSE, Person::house);

    private final Clue clue;
    private final Function<Person, String> value;

    KeyPart(Clue clue, Function<Person, String> value) {
        this.clue = clue;
        this.value = value;
    }

    Clue clue() {
        return clue;
    }

    String of(Person person) {
        return value.apply(person);
    }

    private static String start(String text, int letters) {
        return text.substring(0, Math.min(letters, text.length()));
    }

    /** Day and month in the order of their size: whoever exchanged them is in the same block. */
    private static String date(String birth) {
        if (birth.isEmpty()) return "";
        var month = birth.substring(4, 6);
        var day = birth.substring(6);
        return birth.substring(0, 4) + (month.compareTo(day) < 0 ? month + day : day + month);
    }
}
