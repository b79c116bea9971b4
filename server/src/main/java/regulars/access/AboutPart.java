package regulars.access;

/** One entry of the about page that a later room knows, such as the mirror's lag. A bean. */
public interface AboutPart {
    /** In camelCase: the name of the entry. */
    String key();

    /** A record, written as JSON; asked at each visit, so it must be quick. */
    Object value();
}
