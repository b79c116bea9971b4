package regulars.collect;

/**
 * What a fact names its person by, before anyone knows who that is.
 *
 * @param kind {@code external}, {@code email}, {@code phone}, {@code anonymous} or {@code manual}
 * @param space the source whose ids these are; empty where the value is unique in the world
 * @param value normalised
 */
public record SubjectKey(String kind, String space, String value) implements Comparable<SubjectKey> {
    public static SubjectKey external(String source, String id) {
        return new SubjectKey("external", source, id);
    }

    public static SubjectKey email(String normalised) {
        return new SubjectKey("email", "", normalised);
    }

    public static SubjectKey phone(String normalised) {
        return new SubjectKey("phone", "", normalised);
    }

    /** A visitor whom nobody knows yet. */
    public static SubjectKey anonymous(String source, String id) {
        return new SubjectKey("anonymous", source, id);
    }

    public static SubjectKey manual(String id) {
        return new SubjectKey("manual", "", id);
    }

    /** One order for every writer, so that two batches never wait for each other in a circle. */
    @Override
    public int compareTo(SubjectKey other) {
        int byKind = kind.compareTo(other.kind);
        if (byKind != 0) return byKind;
        int bySpace = space.compareTo(other.space);
        return bySpace != 0 ? bySpace : value.compareTo(other.value);
    }
}
