package regulars.segments;

/**
 * What the live engine has done in this process.
 *
 * @param rounds of it
 * @param evaluated people looked at again because their facts had changed, each time one
 * @param moved people looked at again because time passed, each time one
 * @param whole evaluations of whole segments
 */
public record LiveFigures(long rounds, long evaluated, long moved, long whole) {}
