package regulars.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

class CandidatesTest {
    private final RoaringBitmap members = RoaringBitmap.bitmapOfRange(5, 3_505);

    @Test
    void takesEverybodyOnceInOrder() {
        var chunks = all(-1);

        assertThat(chunks).hasSize(4).allMatch(chunk -> chunk.size() <= Candidates.CHUNK);
        assertThat(chunks.stream().flatMap(List::stream))
                .hasSize(3_500)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void goesOnAfterTheLastOneThatWasKept() {
        var before = all(-1);
        int kept = before.get(1).getLast();

        var after = all(kept);

        assertThat(after.stream().flatMap(List::stream).toList())
                .isEqualTo(before.subList(2, 4).stream().flatMap(List::stream).toList());
        assertThat(all(3_504)).isEmpty();
    }

    private List<List<Integer>> all(int after) {
        List<List<Integer>> chunks = new ArrayList<>();
        Candidates.chunks(members, after).forEachRemaining(chunks::add);
        return chunks;
    }
}
