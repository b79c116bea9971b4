package regulars.consent;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Fault;

/**
 * What people agreed to, with its proof, and which addresses get nothing.
 *
 * <p>A person has several subjects (ids in several sources). They are withdrawn when any of their subjects is withdrawn
 * at or after their last grant that was not imported; else granted when any subject is; else they never said
 * anything. So an opt-out in any file beats the grants of all files, in whatever order the files come, and only an act
 * of the person after it lifts it. Suppression of the address beats everything.
 */
@Service
public class Consents {
    private final EvidenceStore evidence;
    private final StateStore states;
    private final SuppressionStore suppressions;
    private final PurposeStore purposes;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Consents(
            EvidenceStore evidence,
            StateStore states,
            SuppressionStore suppressions,
            PurposeStore purposes,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.evidence = evidence;
        this.states = states;
        this.suppressions = suppressions;
        this.purposes = purposes;
        this.events = events;
        this.clock = clock;
    }

    /** Consent alone, of whole customers; suppression is asked by address. Every number has an answer. */
    public Map<Integer, Right> standing(Collection<Integer> customerNumbers, Channel channel, String purposeCode) {
        var rights = new HashMap<Integer, Right>();
        for (Integer number : customerNumbers) rights.put(number, Right.ABSENT);
        if (!rights.isEmpty()) rights.putAll(states.rights(customerNumbers, channel, purpose(purposeCode)));
        return rights;
    }

    /** Consent and the suppression of the address, by key: what is asked right before the wire. */
    public Right standingNow(int customerNumber, String address, Channel channel, String purposeCode) {
        if (suppressions.holds(channel, address)) return Right.SUPPRESSED;
        return Objects.requireNonNull(
                standing(List.of(customerNumber), channel, purposeCode).get(customerNumber));
    }

    /** For each of the addresses, whether it gets nothing. */
    public Map<String, Boolean> suppressed(Channel channel, Collection<String> addresses) {
        return suppressions.which(channel, addresses);
    }

    /** Appends the evidence and brings what holds now up to date. */
    @Transactional
    public void record(NewEvidence given) {
        recordAll(List.of(given));
    }

    /** The same for many, in a few statements. */
    @Transactional
    public void recordAll(List<NewEvidence> given) {
        if (given.isEmpty()) return;
        var recorded = new ArrayList<StateStore.Candidate>();
        var ids = evidence.append(given, this::purpose, clock.instant());
        for (int i = 0; i < given.size(); i++) {
            var one = given.get(i);
            var state = new State(one.granted(), one.imported(), one.givenAt());
            var key = new StateStore.Key(one.subjectNumber(), one.channel(), purpose(one.purposeCode()));
            recorded.add(new StateStore.Candidate(key, state, ids.get(i)));
        }
        var changes = states.apply(recorded);
        if (!changes.isEmpty()) events.publishEvent(new ConsentChanged(changes));
    }

    /** From now on the address gets nothing on this channel; a second time changes nothing. */
    @Transactional
    public void suppress(Channel channel, String address, String reason, Map<String, Object> details) {
        suppressAll(channel, Map.of(address, details), reason);
    }

    /** The same for many addresses, each with its details; tells how many were not suppressed before. */
    @Transactional
    public int suppressAll(Channel channel, Map<String, Map<String, Object>> addresses, String reason) {
        if (addresses.isEmpty()) return 0;
        var stopped = suppressions.add(channel, addresses, reason, clock.instant());
        if (!stopped.isEmpty()) events.publishEvent(new AddressesStopped(channel, stopped, reason));
        return stopped.size();
    }

    /** The number of these exact words; changed words are a new version, and old proofs keep the old words. */
    @Transactional
    public int textVersion(String purposeCode, String language, String body) {
        return purposes.textVersion(purpose(purposeCode), language, body, clock.instant());
    }

    /** As {@link #standing}, refusing a purpose that there is none of. */
    int purpose(String code) {
        var id = purposes.id(code);
        if (id == null) {
            throw new Fault(
                            ConsentFault.PURPOSE_UNKNOWN,
                            "There is no consent purpose '" + code
                                    + "'; 'marketing' and 'service' come with the product.")
                    .at("purpose", code);
        }
        return id;
    }
}
