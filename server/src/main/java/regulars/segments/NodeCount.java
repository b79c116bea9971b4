package regulars.segments;

/** How many people one condition or group of a rule holds for; the path is the indexes that lead to it, joined by dots. */
public record NodeCount(String path, int count) {}
