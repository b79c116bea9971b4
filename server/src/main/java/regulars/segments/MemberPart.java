package regulars.segments;

import org.roaringbitmap.RoaringBitmap;

/** Which of the people of a past day are meant. */
enum MemberPart {
    /** Members at the end of the day. */
    THEN,
    /** Members now who were none then. */
    ENTERED,
    /** Members then who are none now. */
    LEFT;

    RoaringBitmap of(RoaringBitmap then, RoaringBitmap now) {
        return switch (this) {
            case THEN -> then;
            case ENTERED -> RoaringBitmap.andNot(now, then);
            case LEFT -> RoaringBitmap.andNot(then, now);
        };
    }
}
