package regulars.customers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import regulars.collect.SubjectKey;
import regulars.kernel.StopJournal;

/**
 * An erasure as the journal beside the database has it.
 *
 * @param base which installation's secret the hashes are of
 * @param certificate the id of the erasure
 * @param subjects fingerprints of the keys
 * @param addresses keyed hashes in hexadecimal digits
 */
record ErasedLine(
        String base,
        String kind,
        Instant at,
        UUID certificate,
        UUID customer,
        String actor,
        List<SubjectKey> subjects,
        List<String> addresses)
        implements StopJournal.Entry {
    static final String KIND = "erased";

    ErasedLine {
        subjects = List.copyOf(subjects);
        addresses = List.copyOf(addresses);
    }
}
