package regulars.content.liquid;

/** Turns the address of a numbered link of a template into the one that is mailed. */
@FunctionalInterface
public interface LinkTracker {
    LinkTracker NONE = (_, url) -> url;

    String address(int number, String url);
}
