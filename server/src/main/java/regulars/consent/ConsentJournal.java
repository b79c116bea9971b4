package regulars.consent;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import regulars.access.Secrets;
import regulars.collect.SubjectKey;
import regulars.collect.Subjects;
import regulars.kernel.Actor;
import regulars.kernel.StopJournal;

/**
 * Who wants nothing more outlives the database: told to the journal beside it, and said again, before anything is served
 * and anything is sent, to a database that a backup brought back.
 */
@Component
class ConsentJournal implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(ConsentJournal.class);

    private final StopJournal journal;
    private final Secrets secrets;
    private final Subjects subjects;
    private final Consents consents;
    private final JournalStore store;
    private final InstantSource clock;

    ConsentJournal(
            StopJournal journal,
            Secrets secrets,
            Subjects subjects,
            Consents consents,
            JournalStore store,
            InstantSource clock) {
        this.journal = journal;
        this.secrets = secrets;
        this.subjects = subjects;
        this.consents = consents;
        this.store = store;
        this.clock = clock;
    }

    @EventListener
    void stopped(AddressesStopped stopped) {
        var base = secrets.fingerprint();
        var now = clock.instant();
        journal.add(stopped.hashes().stream()
                .map(hash -> StopLine.address(
                        base, now, stopped.channel(), HexFormat.of().formatHex(hash), stopped.reason()))
                .toList());
    }

    @EventListener
    void changed(ConsentChanged changed) {
        var withdrawn = changed.changes().stream().filter(one -> !one.granted()).toList();
        if (withdrawn.isEmpty()) return;
        var base = secrets.fingerprint();
        var now = clock.instant();
        var codes = store.purposes();
        var prints = subjects.fingerprints(
                withdrawn.stream().map(ConsentChanged.Change::subjectNumber).toList());
        var lines = new ArrayList<StopLine>();
        for (var one : withdrawn) {
            var print = prints.get(one.subjectNumber());
            var purpose = codes.get(one.purposeId());
            if (print != null && purpose != null) lines.add(StopLine.consent(base, now, one.channel(), purpose, print));
        }
        journal.add(lines);
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!journal.isRestored()) return; // a stop that was lifted since, such as by an undone list, stays lifted
        int stops = store.add(read(StopLine.ADDRESS));
        int withdrawals = withdrawAgain();
        journal.settle();
        if (stops + withdrawals > 0)
            LOG.info("{} stops and {} withdrawals of after the backup hold again", stops, withdrawals);
    }

    private List<StopLine> read(String kind) {
        var lines = journal.read(kind, StopLine.class);
        if (lines.isEmpty()) return lines;
        var base = secrets.fingerprint();
        return lines.stream().filter(line -> line.base().equals(base)).toList();
    }

    /** Only lines of later than all evidence there is: a database that lost nothing has no such line. */
    private int withdrawAgain() {
        var last = store.lastRecorded();
        var later = read(StopLine.CONSENT).stream()
                .filter(line -> line.at().isAfter(last))
                .toList();
        if (later.isEmpty()) return 0;
        var numbers = subjects.byFingerprints(later.stream()
                .map(StopLine::subject)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new)));
        int said = 0;
        for (StopLine line : later) {
            var number = number(numbers, line);
            var purpose = line.purpose();
            if (number == null || purpose == null || store.isWithdrawn(number, line.channel(), purpose)) continue;
            var proof = new NewEvidence.Proof("restore", "journal", Actor.SYSTEM, line.at());
            consents.record(NewEvidence.withdrawn(number, line.way(), purpose, proof));
            said++;
        }
        return said;
    }

    private static @Nullable Long number(Map<SubjectKey, Long> numbers, StopLine line) {
        var subject = line.subject();
        return subject == null ? null : numbers.get(subject);
    }
}
