package regulars.channels;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import regulars.consent.Channel;
import regulars.consent.Consents;
import regulars.consent.Right;
import regulars.consent.Standing;
import regulars.customers.Customers;

/** Asks {@code consent}. Whoever was merged since they were queued is asked about as whom they count as now. */
@Component
class ConsentRights implements Rights {
    private final Consents consents;
    private final Customers customers;

    ConsentRights(Consents consents, Customers customers) {
        this.consents = consents;
        this.customers = customers;
    }

    /** Whom a message is for. */
    private record Addressee(long subject, String address) {}

    @Override
    public Map<Integer, Verdict> standing(Collection<NewMessage> recipients, String purposeCode) {
        var addressees = new HashMap<Integer, Addressee>();
        for (var one : recipients) {
            addressees.put(
                    one.customerNumber(), new Addressee(one.subjectNumber(), Objects.requireNonNull(one.address())));
        }
        return verdicts(addressees, purposeCode);
    }

    @Override
    public Map<Integer, Verdict> standingNow(Collection<QueuedMessage> messages, String purposeCode) {
        var addressees = new HashMap<Integer, Addressee>();
        for (var one : messages)
            addressees.put(one.customerNumber(), new Addressee(one.subjectNumber(), one.address()));
        return verdicts(addressees, purposeCode);
    }

    private Map<Integer, Verdict> verdicts(Map<Integer, Addressee> addressees, String purposeCode) {
        var rights = rights(addressees, purposeCode);
        var suppressed = consents.suppressed(
                Channel.EMAIL,
                addressees.values().stream().map(Addressee::address).toList());
        var verdicts = new HashMap<Integer, Verdict>();
        addressees.forEach((customer, one) -> {
            boolean stop = suppressed.getOrDefault(one.address(), false);
            var right = Objects.requireNonNull(rights.get(customer));
            verdicts.put(customer, stop ? new Verdict(Reason.SUPPRESSED, null) : verdict(right));
        });
        return verdicts;
    }

    private Map<Integer, Right> rights(Map<Integer, Addressee> addressees, String purposeCode) {
        var rights = new HashMap<>(consents.standing(addressees.keySet(), Channel.EMAIL, purposeCode));
        var silent = new HashMap<Integer, Long>();
        rights.forEach((customer, right) -> {
            var one = addressees.get(customer);
            if (right.standing() == Standing.ABSENT && one != null) silent.put(customer, one.subject());
        });
        if (silent.isEmpty()) return rights;
        var counts = customers.customersOf(silent.values());
        var now = consents.standing(counts.values(), Channel.EMAIL, purposeCode);
        silent.forEach((customer, subject) -> {
            var right = now.get(counts.get(subject));
            if (right != null) rights.put(customer, right);
        });
        return rights;
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
