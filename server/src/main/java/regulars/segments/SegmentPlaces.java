package regulars.segments;

import static regulars.segments.SegmentsFault.FOLDER_NAME_INVALID;
import static regulars.segments.SegmentsFault.SEGMENT_NOT_FOUND;
import static regulars.segments.SegmentsFault.TAGS_INVALID;
import static regulars.segments.SegmentsFault.TOO_MANY_SEGMENTS;

import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import regulars.kernel.Fault;
import regulars.segments.SegmentStore.Stored;

/** In which folder segments are kept and which tags they have. */
@Service
class SegmentPlaces {
    private static final int LONGEST_NAME = 60;
    private static final int MOST_TAGS = 20;
    private static final int MOST_AT_ONCE = 500;

    private final SegmentStore store;
    private final RuleSight sight;

    SegmentPlaces(SegmentStore store, RuleSight sight) {
        this.store = store;
        this.sight = sight;
    }

    /** Puts several where they are wanted, all or none; gives back where they were, which is the way to undo it. */
    List<SegmentPlace> put(List<SegmentPlace> wanted) {
        if (wanted.size() > MOST_AT_ONCE) {
            throw new Fault(TOO_MANY_SEGMENTS, "At most " + MOST_AT_ONCE + " at once: choose fewer.")
                    .at("items", wanted.size())
                    .with("limit", MOST_AT_ONCE);
        }
        var checked = wanted.stream().map(SegmentPlaces::checked).toList();
        var before = checked.stream().map(place -> place(seen(place.id()))).toList();
        store.put(checked);
        return before;
    }

    /** Folders and tags that are in use in the caller's sight, by name, with how many segments each has. */
    Shelf shelf() {
        var folders = new TreeMap<String, Integer>();
        var tags = new TreeMap<String, Integer>();
        int all = 0;
        for (var segment : store.page(null, null, Integer.MAX_VALUE)) {
            if (!sight.admits(segment.rule())) continue;
            all++;
            if (segment.folder() != null) folders.merge(segment.folder(), 1, Integer::sum);
            for (var tag : segment.tags()) tags.merge(tag, 1, Integer::sum);
        }
        return new Shelf(all, named(folders), named(tags));
    }

    private Stored seen(UUID id) {
        var segment = store.find(id)
                .filter(one -> !one.deleted())
                .orElseThrow(() -> new Fault(SEGMENT_NOT_FOUND, "There is no segment " + id + ": load the list again.")
                        .at("id", id));
        sight.require(segment.rule());
        return segment;
    }

    private static SegmentPlace place(Stored segment) {
        return new SegmentPlace(segment.id(), segment.folder(), segment.tags());
    }

    private static SegmentPlace checked(SegmentPlace place) {
        var folder = place.folder() == null || place.folder().isBlank()
                ? null
                : place.folder().strip();
        if (folder != null && folder.length() > LONGEST_NAME) {
            throw new Fault(FOLDER_NAME_INVALID, "A folder has a name of at most " + LONGEST_NAME + " characters.")
                    .at("folder", folder.length())
                    .with("limit", LONGEST_NAME);
        }
        var tags = Lists.orEmpty(place.tags()).stream()
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .sorted()
                .toList();
        if (tags.size() > MOST_TAGS || tags.stream().anyMatch(tag -> tag.length() > LONGEST_NAME)) {
            throw new Fault(
                            TAGS_INVALID,
                            "A segment has at most " + MOST_TAGS + " tags of at most " + LONGEST_NAME
                                    + " characters: shorten them.")
                    .at("tags", tags.size())
                    .with("count", MOST_TAGS)
                    .with("limit", LONGEST_NAME);
        }
        return new SegmentPlace(place.id(), folder, tags);
    }

    private static List<ShelfEntry> named(TreeMap<String, Integer> counted) {
        return counted.entrySet().stream()
                .map(entry -> new ShelfEntry(entry.getKey(), entry.getValue()))
                .collect(Collectors.toList());
    }

    /** @param folder null for none */
    record SegmentPlace(UUID id, @Nullable String folder, List<String> tags) {}

    /** @param segments in all */
    record Shelf(int segments, List<ShelfEntry> folders, List<ShelfEntry> tags) {}

    record ShelfEntry(String name, int segments) {}
}
