package regulars.duplicates.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way to find pairs worth comparing: people who share a key. A block with too many of them is cut by the next part
 * of the ladder, so that no block is large and none is dropped. Two records of one person are found by one pass or
 * another; each pass bears other slips.
 */
enum Pass {
    EMAIL(Clue.EMAIL, List.of(), KeyPart.GIVEN_SOUND, KeyPart.BIRTH_DATE),
    PHONE(Clue.PHONE, List.of(), KeyPart.GIVEN_SOUND, KeyPart.FAMILY_SOUND),
    EXTERNAL(Clue.EXTERNAL_NUMBER, List.of(), KeyPart.GIVEN_SOUND, KeyPart.BIRTH_DATE),
    BIRTH(null, List.of(KeyPart.BIRTH_DATE), KeyPart.FAMILY_SOUND, KeyPart.GIVEN_START),
    BIRTH_AND_GIVEN(null, List.of(KeyPart.BIRTH_DATE, KeyPart.GIVEN_SOUND), KeyPart.FAMILY_START, KeyPart.CITY),
    NAMES(
            null,
            List.of(KeyPart.GIVEN_SOUND, KeyPart.FAMILY_SOUND),
            KeyPart.BIRTH_YEAR,
            KeyPart.CITY,
            KeyPart.BIRTH_DAY),
    POSTCODE_AND_FAMILY(null, List.of(KeyPart.POSTCODE, KeyPart.FAMILY_SOUND), KeyPart.GIVEN_START, KeyPart.BIRTH_YEAR),
    POSTCODE_AND_GIVEN(null, List.of(KeyPart.POSTCODE, KeyPart.GIVEN_SOUND), KeyPart.FAMILY_START, KeyPart.BIRTH_YEAR),
    STREET(null, List.of(KeyPart.STREET, KeyPart.HOUSE), KeyPart.POSTCODE, KeyPart.GIVEN_START),
    STREET_AND_PLACE(null, List.of(KeyPart.STREET, KeyPart.POSTCODE), KeyPart.GIVEN_START, KeyPart.HOUSE),
    CITY_AND_FAMILY(null, List.of(KeyPart.CITY, KeyPart.FAMILY_SOUND), KeyPart.GIVEN_START, KeyPart.BIRTH_YEAR),
    YEAR_AND_FAMILY(null, List.of(KeyPart.BIRTH_YEAR, KeyPart.FAMILY_START), KeyPart.GIVEN_START, KeyPart.BIRTH_DAY);

    /** How many keys a pass may try one after the other. */
    static final int RUNGS = 4;

    private final @Nullable Clue address;
    private final List<KeyPart> base;
    private final List<KeyPart> ladder;

    Pass(@Nullable Clue address, List<KeyPart> base, KeyPart... ladder) {
        this.address = address;
        this.base = base;
        this.ladder = List.of(ladder);
    }

    List<KeyPart> base() {
        return base;
    }

    /** Added one after the other while a block is too large. */
    List<KeyPart> ladder() {
        return ladder;
    }

    /** People have several of these; the key begins with one of them. */
    List<String> addresses(Person person) {
        if (address == null) return List.of("");
        return switch (address) {
            case EMAIL -> person.emails();
            case PHONE -> person.phones().stream().map(Likeness::end).distinct().toList();
            default ->
                person.externals().stream()
                        .map(one -> one.substring(one.indexOf(':')))
                        .toList();
        };
    }

    /** How many keys one person has in it at most. */
    int keys() {
        return address == null ? 1 : Normaliser.MOST;
    }

    /** The clues that say nothing about pairs which a key of this length brought together: they agree by its doing. */
    Set<Clue> clues(int rung) {
        var clues = EnumSet.noneOf(Clue.class);
        if (address != null) clues.add(address);
        base.forEach(part -> clues.add(part.clue()));
        ladder.subList(0, rung).forEach(part -> clues.add(part.clue()));
        return clues;
    }
}
