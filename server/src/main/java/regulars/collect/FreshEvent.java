package regulars.collect;

/**
 * An event in the moment it is stored.
 *
 * @param call such as {@code identify}
 * @param properties JSON
 */
public record FreshEvent(Sender sender, String call, SubjectKey subject, String properties) {}
