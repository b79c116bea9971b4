package bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Public sets with a known truth, which the model never sees; the same bounds for all of them. */
class KnownPairsTest {
    @TempDir
    private static Path folder;

    @Test
    void findsWhoIsOneInEverySetAndMergesNobodyWrongly() throws IOException {
        var known = KnownPairs.sets();
        assumeTrue(known.isPresent(), "skipped: the public sets are not there (REGULARS_SHARED_DATA)");
        var sets = known.orElseThrow();

        var rlData = KnownPairs.rlData(sets).judged(folder);
        var febrl1 = KnownPairs.febrl(sets, "febrl1.csv.gz").judged(folder);
        var febrl4 = KnownPairs.febrl(sets, "febrl4a.csv.gz", "febrl4b.csv.gz").judged(folder);
        var chicago = KnownPairs.chicago(sets).judged(folder);
        System.out.println("RLdata500 " + rlData);
        System.out.println("febrl1    " + febrl1);
        System.out.println("febrl4    " + febrl4);
        System.out.println("Chicago   " + chicago);

        assertThat(rlData.f1()).isGreaterThanOrEqualTo(.97);
        assertThat(febrl1.f1()).isGreaterThanOrEqualTo(.99);
        assertThat(febrl4.f1()).isGreaterThanOrEqualTo(.99);
        long sure = rlData.sure() + febrl1.sure() + febrl4.sure();
        long wrong = rlData.wrong() + febrl1.wrong() + febrl4.wrong();
        assertThat(1 - (double) wrong / sure).isGreaterThanOrEqualTo(.999);
        assertThat(sure).isGreaterThan(3_000);
        for (var set : new KnownPairs.Judged[] {rlData, febrl1, febrl4}) {
            assertThat(set.blocked()).isLessThanOrEqualTo(20);
        }
    }
}
