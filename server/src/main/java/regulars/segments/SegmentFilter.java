package regulars.segments;

import org.jspecify.annotations.Nullable;

/**
 * Which segments of the list one wants; null means whatever it is.
 *
 * @param search a part of the name, the folder or a tag
 * @param folder empty for those in none
 */
record SegmentFilter(
        @Nullable String search,
        @Nullable String folder,
        @Nullable String tag) {}
