package regulars.access;

import org.springframework.util.unit.DataSize;

/** A route that takes larger bodies than the 2 MB all others do. A bean. */
public record BodyLimit(String pattern, DataSize atMost) {}
