package regulars.customers;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import regulars.access.Secrets;
import regulars.collect.SubjectKey;
import regulars.collect.Subjects;
import regulars.kernel.StopJournal;

/**
 * Erases again whom an older backup brought back: before anything is served and anything is sent, every erasure that the
 * journal beside the database has and the database has not is carried out.
 */
@Component
class ErasedAgain implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(ErasedAgain.class);

    private final StopJournal journal;
    private final TombstoneStore tombstones;
    private final People people;
    private final Subjects subjects;
    private final Secrets secrets;

    ErasedAgain(StopJournal journal, TombstoneStore tombstones, People people, Subjects subjects, Secrets secrets) {
        this.journal = journal;
        this.tombstones = tombstones;
        this.people = people;
        this.subjects = subjects;
        this.secrets = secrets;
    }

    @Override
    public void afterSingletonsInstantiated() {
        int erased = run();
        if (erased > 0) LOG.info("{} erasures of after the backup were carried out again", erased);
    }

    /** Tells how many. */
    int run() {
        var lines = journal.read(ErasedLine.KIND, ErasedLine.class);
        if (lines.isEmpty()) return 0;
        var base = secrets.fingerprint();
        var known = tombstones.certificates(
                lines.stream().map(ErasedLine::certificate).collect(Collectors.toSet()));
        var missing = lines.stream()
                .filter(line -> line.base().equals(base) && !known.contains(line.certificate()))
                .toList();
        var numbers = subjects.byFingerprints(wanted(missing));
        for (var line : missing) {
            var held = line.subjects().stream()
                    .filter(numbers::containsKey)
                    .map(numbers::get)
                    .toList();
            people.eraseAgain(line, held);
        }
        return missing.size();
    }

    private static Set<SubjectKey> wanted(List<ErasedLine> lines) {
        var keys = new HashSet<SubjectKey>();
        lines.forEach(line -> keys.addAll(line.subjects()));
        return keys;
    }
}
