package regulars.channels;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import regulars.consent.Channel;
import regulars.consent.Consents;
import regulars.consent.Right;

/** Asks {@code consent}. */
@Component
class ConsentRights implements Rights {
    private final Consents consents;

    ConsentRights(Consents consents) {
        this.consents = consents;
    }

    @Override
    public Map<Integer, Verdict> standing(Collection<NewMessage> recipients, String purposeCode) {
        var addresses = new HashMap<Integer, String>();
        for (var one : recipients) addresses.put(one.customerNumber(), Objects.requireNonNull(one.address()));
        return verdicts(addresses, purposeCode);
    }

    @Override
    public Map<Integer, Verdict> standingNow(Collection<QueuedMessage> messages, String purposeCode) {
        var addresses = new HashMap<Integer, String>();
        for (var one : messages) addresses.put(one.customerNumber(), one.address());
        return verdicts(addresses, purposeCode);
    }

    private Map<Integer, Verdict> verdicts(Map<Integer, String> addresses, String purposeCode) {
        var rights = consents.standing(addresses.keySet(), Channel.EMAIL, purposeCode);
        var suppressed = consents.suppressed(Channel.EMAIL, addresses.values());
        var verdicts = new HashMap<Integer, Verdict>();
        addresses.forEach((customer, address) -> {
            boolean stop = suppressed.getOrDefault(address, false);
            var right = Objects.requireNonNull(rights.get(customer));
            verdicts.put(customer, stop ? new Verdict(Reason.SUPPRESSED, null) : verdict(right));
        });
        return verdicts;
    }

    private static Verdict verdict(Right right) {
        var reason = switch (right.standing()) {
            case GRANTED -> null;
            case ABSENT -> Reason.NO_CONSENT;
            case WITHDRAWN -> Reason.WITHDRAWN;
            case SUPPRESSED -> Reason.SUPPRESSED;
        };
        return new Verdict(reason, right.evidenceId());
    }
}
