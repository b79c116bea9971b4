package regulars.collect;

import java.util.List;

/**
 * An event in the moment it is stored.
 *
 * @param call such as {@code identify}
 * @param formerly by which other ids its sender knew the same person
 * @param properties JSON
 */
public record FreshEvent(Sender sender, String call, SubjectKey subject, List<String> formerly, String properties) {
    public FreshEvent {
        formerly = List.copyOf(formerly);
    }
}
