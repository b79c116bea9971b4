package regulars.collect;

import java.util.Locale;

/**
 * Who sends events.
 *
 * @param source the code of the source, in whose space the ids of people and of events are
 * @param trusted a program that keeps its key out of sight; else everybody could say the same, so it names nobody known
 */
public record Sender(String source, boolean trusted) {
    private static final String BROWSER = "browser:";

    /** @param name of the key: keys of one name, in whatever case, speak for one source */
    public static Sender of(String name, boolean trusted) {
        return new Sender(name.strip().toLowerCase(Locale.ROOT), trusted);
    }

    /** Whose events stand under it. */
    static Sender ofStream(String stream) {
        return stream.startsWith(BROWSER)
                ? new Sender(stream.substring(BROWSER.length()), false)
                : new Sender(stream, true);
    }

    /** Under which its events stand. Nobody who reads the key of a page can use up the message ids of a server. */
    String stream() {
        return trusted ? source : BROWSER + source;
    }
}
