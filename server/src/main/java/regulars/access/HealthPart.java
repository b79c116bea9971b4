package regulars.access;

/** What a room adds to {@code /health}. A bean; asked at each visit, so it must be quick, and told to strangers in one word. */
public interface HealthPart {
    String name();

    /** A word such as {@code ok} or {@code held}: never a name, an address or a number. */
    String state();
}
