package regulars.duplicates.model;

import java.util.List;

/**
 * A person in the spelling in which people are compared: Latin letters, lower case, without marks; empty where nothing
 * is known. {@link Normaliser} makes it.
 *
 * @param birth eight digits, or empty
 * @param sex {@code f}, {@code m} or empty
 * @param phones digits only
 */
record Person(
        int number,
        String given,
        String family,
        String middle,
        String birth,
        String sex,
        List<String> emails,
        List<String> phones,
        String street,
        String house,
        String postcode,
        String city,
        String district,
        String region,
        List<String> externals) {}
