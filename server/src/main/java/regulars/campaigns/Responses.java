package regulars.campaigns;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.campaigns.links.MachineTraffic;
import regulars.channels.MessageView;
import regulars.channels.SendQueue;
import regulars.consent.Channel;
import regulars.consent.Consents;
import regulars.consent.NewEvidence;
import regulars.consent.Standing;
import regulars.kernel.Actor;

/** Takes down what people and machines do with the mails of campaigns. */
@Service
class Responses {
    private static final String SOURCE = "campaign";

    private final SendQueue queue;
    private final ResponseStore store;
    private final CandidateStore addresses;
    private final Consents consents;
    private final CampaignChecks checks;
    private final CampaignStore campaigns;
    private final InstantSource clock;

    Responses(
            SendQueue queue,
            ResponseStore store,
            CandidateStore addresses,
            Consents consents,
            CampaignChecks checks,
            CampaignStore campaigns,
            InstantSource clock) {
        this.queue = queue;
        this.store = store;
        this.addresses = addresses;
        this.consents = consents;
        this.checks = checks;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** Who knocks, as far as HTTP tells. */
    record Visitor(
            boolean head,
            @Nullable String purpose,
            @Nullable String agent,
            @Nullable String ip) {}

    Optional<MessageView> message(UUID id) {
        return queue.message(id);
    }

    @Transactional
    void opened(UUID messageId, Visitor visitor) {
        queue.message(messageId)
                .ifPresent(message -> store.add(message, hit(message, ResponseKind.OPEN, 0, null, visitor)));
    }

    @Transactional
    void clicked(UUID messageId, int link, String url, Visitor visitor) {
        queue.message(messageId)
                .ifPresent(message -> store.add(message, hit(message, ResponseKind.CLICK, link, url, visitor)));
    }

    private ResponseStore.Hit hit(
            MessageView message, ResponseKind kind, int link, @Nullable String url, Visitor visitor) {
        Instant now = clock.instant();
        var delivered = message.endedAt();
        var since = delivered == null ? null : Duration.between(delivered, now);
        var machine = MachineTraffic.judge(
                new MachineTraffic.Knock(visitor.head(), visitor.purpose(), visitor.agent(), since));
        return new ResponseStore.Hit(kind, link, url, machine, visitor.agent(), now);
    }

    /**
     * Withdraws the consent the message relied on, for everybody who is reached at this address: to its owner they are one.
     * Said twice it is kept once.
     */
    @Transactional
    void unsubscribed(MessageView message, Visitor visitor, String method) {
        String purpose = purpose(message);
        String address = message.address() == null ? "" : message.address();
        store.add(
                message,
                new ResponseStore.Hit(ResponseKind.UNSUBSCRIBE, 0, null, null, visitor.agent(), clock.instant()));
        if (standing(message, address, purpose) == Standing.WITHDRAWN) return;
        consents.recordAll(evidence(message, address, purpose, false, visitor, method));
    }

    /** The person changed their mind on the very page: a new consent, given by a POST of theirs. */
    @Transactional
    void subscribedAgain(MessageView message, Visitor visitor) {
        String purpose = purpose(message);
        String address = message.address() == null ? "" : message.address();
        store.remove(message.id(), ResponseKind.UNSUBSCRIBE);
        if (standing(message, address, purpose) != Standing.WITHDRAWN) return;
        consents.recordAll(evidence(message, address, purpose, true, visitor, "unsubscribe-page"));
    }

    boolean withdrawn(MessageView message) {
        String address = message.address() == null ? "" : message.address();
        var standing = standing(message, address, purpose(message));
        return standing == Standing.WITHDRAWN || standing == Standing.SUPPRESSED;
    }

    private Standing standing(MessageView message, String address, String purpose) {
        return consents.standingNow(message.customerNumber(), address, Channel.EMAIL, purpose)
                .standing();
    }

    private String purpose(MessageView message) {
        return campaigns.find(message.sendingId()).map(checks::purpose).orElse("marketing");
    }

    private List<NewEvidence> evidence(
            MessageView message, String address, String purpose, boolean granted, Visitor visitor, String method) {
        var subjects = new LinkedHashSet<>(List.of(message.subjectNumber()));
        subjects.addAll(addresses.subjectsWithEmail(address));
        var proof = new NewEvidence.Proof(
                SOURCE + ":" + message.sendingId(),
                method,
                new Actor("recipient", message.id().toString()),
                clock.instant());
        Map<String, Object> details = Map.of("message", message.id().toString());
        return subjects.stream()
                .map(subject -> (granted
                                ? NewEvidence.granted(subject, Channel.EMAIL, purpose, proof)
                                : NewEvidence.withdrawn(subject, Channel.EMAIL, purpose, proof))
                        .withAddress(address)
                        .withRequest(visitor.ip(), visitor.agent())
                        .withDetails(details))
                .toList();
    }
}
