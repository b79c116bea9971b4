package regulars.kernel;

/**
 * Who does something: a user, an API key, or the system itself; kept with history and evidence.
 *
 * @param kind {@code user}, {@code api-key} or {@code system}
 * @param name an id or a name that finds them again
 */
public record Actor(String kind, String name) {
    public static final Actor SYSTEM = new Actor("system", "regulars");

    @Override
    public String toString() {
        return kind + ":" + name;
    }
}
