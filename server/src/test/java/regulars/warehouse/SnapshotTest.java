package regulars.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SnapshotTest {
    private static final Snapshot LATER = Snapshot.parse("50:60:");

    @Test
    void namesTheTransactionsThatRanBesideEverythingLater() {
        assertThat(Snapshot.parse("10:20:10,14").changedSince("changed", LATER))
                .isEqualTo("((changed >= '20'::xid8 and changed < '60'::xid8) or changed in ('10'::xid8, '14'::xid8))");
    }

    @Test
    void needsOnlyARangeWhenNothingRan() {
        assertThat(Snapshot.parse("20:20:").changedSince("t.changed", LATER))
                .isEqualTo("(t.changed >= '20'::xid8 and t.changed < '60'::xid8)");
    }

    @Test
    void refusesWhatIsNoSnapshot() {
        assertThatThrownBy(() -> Snapshot.parse("10:20:1'; drop table x")).hasMessageContaining("not a snapshot");
    }
}
