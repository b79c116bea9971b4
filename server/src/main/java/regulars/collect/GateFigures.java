package regulars.collect;

import java.util.Map;

/**
 * How the gate does since the start.
 *
 * @param outcomes how many events were stored, were there already, or were refused by which code
 * @param seconds how long each step took together
 * @param waiting events that wait for their transaction
 */
public record GateFigures(Map<String, Long> outcomes, Map<String, Double> seconds, int waiting) {}
