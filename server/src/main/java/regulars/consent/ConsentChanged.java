package regulars.consent;

import java.util.List;

/** What now holds differs from before for these subjects; published in the transaction that changed it. */
public record ConsentChanged(List<Change> changes) {
    public ConsentChanged {
        changes = List.copyOf(changes);
    }

    public record Change(long subjectNumber, Channel channel, int purposeId, boolean granted) {}
}
