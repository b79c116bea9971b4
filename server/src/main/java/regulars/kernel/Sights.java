package regulars.kernel;

/** Whose eyes this thread looks with. Safe for use by several threads: each asks about its own work. */
public interface Sights {
    /** For what no person asks. */
    Sights WHOLE = () -> Sight.WHOLE;

    /** The whole base outside a request. */
    Sight current();
}
