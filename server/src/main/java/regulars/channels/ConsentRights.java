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
        var numbers = recipients.stream().map(NewMessage::customerNumber).toList();
        var addresses = recipients.stream()
                .map(NewMessage::address)
                .filter(Objects::nonNull)
                .toList();
        var rights = consents.standing(numbers, Channel.EMAIL, purposeCode);
        var suppressed = consents.suppressed(Channel.EMAIL, addresses);
        var verdicts = new HashMap<Integer, Verdict>();
        for (var recipient : recipients) {
            boolean stop = suppressed.getOrDefault(Objects.requireNonNull(recipient.address()), false);
            var right = Objects.requireNonNull(rights.get(recipient.customerNumber()));
            verdicts.put(recipient.customerNumber(), stop ? new Verdict(Reason.SUPPRESSED, null) : verdict(right));
        }
        return verdicts;
    }

    @Override
    public Verdict standingNow(int customerNumber, String address, String purposeCode) {
        return verdict(consents.standingNow(customerNumber, address, Channel.EMAIL, purposeCode));
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
