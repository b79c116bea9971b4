package regulars.collect;

import java.util.Locale;

/**
 * Who sends events.
 *
 * @param source the code of the source, in whose space the ids of people and of events are
 * @param trusted a program that keeps its key out of sight; else everybody could say the same, so it names nobody known
 */
public record Sender(String source, boolean trusted) {
    /** @param name of the key: keys of one name, in whatever case, speak for one source */
    public static Sender of(String name, boolean trusted) {
        return new Sender(name.strip().toLowerCase(Locale.ROOT), trusted);
    }

    /** Under which its events stand. Nobody who reads the key of a page can use up the message ids of a server. */
    String stream() {
        return trusted ? source : "browser:" + source;
    }
}
