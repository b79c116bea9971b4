package regulars.channels;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import regulars.customers.Emails;

/**
 * Decides who of the candidates gets the message. The order of the reasons is part of the promise: the caller's own
 * reason comes last, so that a control group consists of people who would have got it.
 */
@Component
class Gate {
    private final Rights rights;

    Gate(Rights rights) {
        this.rights = rights;
    }

    record Decided(
            NewMessage message,
            @Nullable Reason reason,
            @Nullable Long evidenceId) {
        MessageState state() {
            return reason == null ? MessageState.QUEUED : MessageState.EXCLUDED;
        }
    }

    /** {@code taken} holds the addresses of the sending so far, by {@link EmailAddresses#key}; the new ones are added. */
    List<Decided> decide(Collection<NewMessage> candidates, String purposeCode, Set<String> taken) {
        var reachable = candidates.stream().filter(c -> c.address() != null).toList();
        var verdicts = rights.standing(reachable, purposeCode);
        return candidates.stream().map(c -> decide(c, verdicts, taken)).toList();
    }

    private static Decided decide(NewMessage candidate, Map<Integer, Rights.Verdict> verdicts, Set<String> taken) {
        var address = candidate.address();
        if (address == null) return new Decided(candidate, unreachable(candidate), null);
        if (!Emails.valid(address)) return new Decided(candidate, Reason.INVALID_ADDRESS, null);
        var verdict = verdicts.get(candidate.customerNumber());
        if (verdict == null) return new Decided(candidate, Reason.NO_CONSENT, null);
        if (!verdict.allowed()) return new Decided(candidate, verdict.reason(), verdict.evidenceId());
        if (!occupies(candidate)) return new Decided(candidate, candidate.excluded(), verdict.evidenceId());
        var first = taken.add(EmailAddresses.key(address));
        var reason = first ? candidate.excluded() : Reason.DUPLICATE_ADDRESS;
        return new Decided(candidate, reason, verdict.evidenceId());
    }

    /** The control group keeps its addresses: else the other person of the address would be treated. */
    private static boolean occupies(NewMessage candidate) {
        return candidate.excluded() == null || candidate.excluded() == Reason.CONTROL_GROUP;
    }

    private static Reason unreachable(NewMessage candidate) {
        return candidate.excluded() == Reason.INVALID_ADDRESS ? Reason.INVALID_ADDRESS : Reason.NO_ADDRESS;
    }
}
