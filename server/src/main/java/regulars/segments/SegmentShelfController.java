package regulars.segments;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.segments.SegmentPlaces.SegmentPlace;
import regulars.segments.SegmentPlaces.Shelf;
import regulars.segments.SegmentRanking.RankedSegment;

/** All segments beside each other: what they are worth, and in which folders they are. */
@RestController
@RequestMapping("/api/v1")
@Needs(Permission.SEGMENTS_READ)
class SegmentShelfController {
    private final SegmentRanking ranking;
    private final SegmentPlaces places;

    SegmentShelfController(SegmentRanking ranking, SegmentPlaces places) {
        this.ranking = ranking;
        this.places = places;
    }

    /** By revenue of the last 365 days, the most first. */
    @GetMapping("/segment-ranking")
    SegmentRankingList ranking() {
        return new SegmentRankingList(ranking.all());
    }

    @GetMapping("/segment-shelf")
    Shelf shelf() {
        return places.shelf();
    }

    /** Where several are kept from now on; the answer is where they were. */
    @PutMapping("/segment-places")
    @Needs(Permission.SEGMENTS_EDIT)
    SegmentPlaceList put(@RequestBody SegmentPlaceList wanted) {
        return new SegmentPlaceList(places.put(wanted.items()));
    }

    record SegmentRankingList(List<RankedSegment> items) {}

    record SegmentPlaceList(List<SegmentPlace> items) {
        SegmentPlaceList {
            items = Lists.orEmpty(items);
        }
    }
}
