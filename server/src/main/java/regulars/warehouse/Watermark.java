package regulars.warehouse;

import java.time.Instant;

/**
 * How far the mirror has come: the PostgreSQL snapshot whose truth it holds.
 *
 * @param value the snapshot as PostgreSQL writes it, {@code xmin:xmax:running}
 * @param at when that snapshot was taken
 */
public record Watermark(String value, Instant at) {}
