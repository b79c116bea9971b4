package regulars.sources;

import regulars.kernel.Fault;

/** Short texts of files. */
final class Texts {
    private static final int LONGEST = 300;

    private Texts() {}

    static String bounded(String text) {
        if (text.length() <= LONGEST) return text;
        throw new Fault(
                        SourcesFault.TEXT_TOO_LONG,
                        "The text of " + text.length() + " characters is too long: " + LONGEST + " are kept.")
                .with("limit", LONGEST);
    }
}
