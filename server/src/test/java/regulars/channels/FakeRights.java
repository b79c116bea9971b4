package regulars.channels;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Everybody agreed, but for those a test names. */
final class FakeRights implements Rights {
    private final Map<Integer, Reason> denied = new ConcurrentHashMap<>();

    FakeRights deny(int customerNumber, Reason reason) {
        denied.put(customerNumber, reason);
        return this;
    }

    @Override
    public Map<Integer, Verdict> standing(Collection<NewMessage> recipients, String purposeCode) {
        return recipients.stream()
                .collect(Collectors.toMap(NewMessage::customerNumber, r -> verdict(r.customerNumber())));
    }

    @Override
    public Map<Integer, Verdict> standingNow(Collection<QueuedMessage> messages, String purposeCode) {
        return messages.stream()
                .collect(Collectors.toMap(QueuedMessage::customerNumber, m -> verdict(m.customerNumber())));
    }

    private Verdict verdict(int customerNumber) {
        return new Verdict(denied.get(customerNumber), 7L);
    }
}
