package regulars.warehouse;

import java.util.Set;

/**
 * The mirror has taken over changed rows. Told on the feed's own thread: a listener hands long work to another one.
 *
 * @param tables the changed ones as {@code schema.table}
 * @param rebuilt everything was read anew, so any row may differ
 */
public record MirrorAdvanced(Watermark watermark, Set<String> tables, boolean rebuilt) {
    public MirrorAdvanced {
        tables = Set.copyOf(tables);
    }
}
