package regulars.duplicates.model;

import static regulars.duplicates.model.Agreement.CLOSE;
import static regulars.duplicates.model.Agreement.DIFFERENT;
import static regulars.duplicates.model.Agreement.PART;
import static regulars.duplicates.model.Agreement.SAME;
import static regulars.duplicates.model.Agreement.SIMILAR;
import static regulars.duplicates.model.Agreement.SOUND;
import static regulars.duplicates.model.Agreement.SWAPPED;

import java.util.EnumMap;
import java.util.Map;

/**
 * What is compared of two people, with how one person's two records usually agree in it. The shares are only where the
 * estimate starts from, worth a few pairs; the base itself says the rest.
 */
public enum Clue {
    GIVEN_NAME(Map.of(SAME, .79, SOUND, .04, CLOSE, .09, SIMILAR, .03, SWAPPED, .02, DIFFERENT, .03)),
    FAMILY_NAME(Map.of(SAME, .81, SOUND, .04, CLOSE, .09, SIMILAR, .02, DIFFERENT, .04)),
    MIDDLE_NAME(Map.of(SAME, .85, SOUND, .04, CLOSE, .05, SIMILAR, .03, DIFFERENT, .03)),
    BIRTH_DATE(Map.of(SAME, .88, CLOSE, .05, SWAPPED, .02, PART, .03, DIFFERENT, .02)),
    SEX(Map.of(SAME, .98, DIFFERENT, .02)),
    EMAIL(Map.of(SAME, .55, CLOSE, .05, PART, .10, DIFFERENT, .30)),
    PHONE(Map.of(SAME, .60, CLOSE, .05, PART, .05, DIFFERENT, .30)),
    STREET(Map.of(SAME, .70, CLOSE, .10, SIMILAR, .05, DIFFERENT, .15)),
    HOUSE(Map.of(SAME, .78, CLOSE, .07, DIFFERENT, .15)),
    POSTCODE(Map.of(SAME, .80, CLOSE, .08, DIFFERENT, .12)),
    CITY(Map.of(SAME, .75, SOUND, .05, CLOSE, .08, DIFFERENT, .12)),
    DISTRICT(Map.of(SAME, .70, CLOSE, .10, SIMILAR, .05, DIFFERENT, .15)),
    REGION(Map.of(SAME, .88, CLOSE, .04, DIFFERENT, .08)),
    EXTERNAL_NUMBER(Map.of(SAME, .60, DIFFERENT, .40));

    static final int COUNT = values().length;

    private final Map<Agreement, Double> usual;

    Clue(Map<Agreement, Double> usual) {
        this.usual = new EnumMap<>(usual);
    }

    /** 0 for an agreement that this clue does not know. */
    double usually(Agreement agreement) {
        return usual.getOrDefault(agreement, 0.0);
    }

    boolean knows(Agreement agreement) {
        return usual.containsKey(agreement);
    }
}
