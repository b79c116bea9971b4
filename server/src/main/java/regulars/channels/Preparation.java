package regulars.channels;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns a claimed batch into mails ready for the wire, before any of it counts as handed over. Thread-safe. */
class Preparation {
    private final Map<String, MessageSource> sources;
    private final InstantSource clock;

    Preparation(List<MessageSource> sources, InstantSource clock) {
        this.sources = sources.stream().collect(Collectors.toMap(MessageSource::kind, Function.identity()));
        this.clock = clock;
    }

    record Mail(Claimed.Item item, MailAssembly.Ready ready) {}

    /** {@code failed} could not be composed: each is an outcome of its own message. */
    record Prepared(List<Mail> mails, List<Ending> failed) {}

    /** @throws RuntimeException for trouble that is not a message's own */
    Prepared prepare(Claimed claimed, MailSettings settings) {
        var sending = claimed.sending().sending();
        var source = sources.get(sending.kind());
        if (source == null) throw new IllegalStateException("nothing composes sendings of kind " + sending.kind());
        var batch = claimed.items().stream().map(Claimed.Item::message).toList();
        var compositions = source.compose(sending.id(), batch);
        if (compositions.size() != batch.size()) {
            throw new IllegalStateException(
                    "%d messages gave %d compositions".formatted(batch.size(), compositions.size()));
        }
        var prepared = new Prepared(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < batch.size(); i++) {
            add(prepared, claimed, claimed.items().get(i), compositions.get(i), settings);
        }
        return prepared;
    }

    private void add(
            Prepared prepared, Claimed claimed, Claimed.Item item, Composition composition, MailSettings settings) {
        switch (composition) {
            case Composition.NotComposed not -> prepared.failed().add(failed(item, not.detail()));
            case Composition.Composed composed -> {
                try {
                    prepared.mails().add(new Mail(item, assemble(claimed, item, composed.mail(), settings)));
                } catch (IllegalArgumentException e) {
                    prepared.failed().add(failed(item, String.valueOf(e.getMessage())));
                }
            }
        }
    }

    private MailAssembly.Ready assemble(Claimed claimed, Claimed.Item item, OutgoingMail mail, MailSettings settings) {
        var message = item.message();
        var domain = claimed.sending().mailDomain();
        return MailAssembly.assemble(mail, message.address(), settings, message.id(), domain, clock.instant());
    }

    private static Ending failed(Claimed.Item item, String detail) {
        var message = item.message();
        return new Ending(
                message.number(), message.attempt(), MessageState.FAILED, Reason.TEMPLATE_FAILED, null, detail, null);
    }
}
