package regulars.channels;

import static schema.channels.Tables.MESSAGE;
import static schema.channels.Tables.SENDING;
import static schema.customers.Tables.SUBJECT_LINK;

import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import regulars.access.HealthPart;
import regulars.access.Secrets;
import regulars.channels.mailbox.MailboxServer;
import regulars.channels.smtp.SmtpTimeouts;
import regulars.kernel.MirroredTable;

/** Puts the sender of this node together. */
@Configuration(proxyBeanMethods = false)
class SenderWiring {
    @Bean
    MirroredTable mirroredMessage() {
        return new MirroredTable(MESSAGE, MESSAGE.NUMBER).through(MESSAGE.SUBJECT_NUMBER, SUBJECT_LINK.SUBJECT_NUMBER);
    }

    @Bean
    MirroredTable mirroredSending() {
        return new MirroredTable(SENDING, SENDING.NUMBER).aboutNobody();
    }

    @Bean
    PasswordCipher passwordCipher(Secrets secrets) {
        return cipher(secrets);
    }

    static PasswordCipher cipher(Secrets secrets) {
        return new PasswordCipher(() -> secrets.key("mail server password"));
    }

    @Bean
    HealthPart sendingHealth(HoldStore holds, SenderHealth health) {
        return new SendingHealth(holds, health);
    }

    private record SendingHealth(HoldStore holds, SenderHealth health) implements HealthPart {
        @Override
        public String name() {
            return "sending";
        }

        @Override
        public String state() {
            if (holds.held()) return "held";
            return health.trouble() == null ? "ok" : "trouble";
        }
    }

    @Bean
    MailRoute mailRoute(MailboxServer mailbox) {
        return new MailRoute(mailbox::port, (SSLSocketFactory) SSLSocketFactory.getDefault(), SmtpTimeouts.STANDARD);
    }

    @Bean
    Tallies sendingTallies() {
        return new Tallies();
    }

    @Bean
    Rota rota(
            SendingStore sendings,
            QueueStore queue,
            Tallies tallies,
            ApplicationEventPublisher events,
            InstantSource clock) {
        return new Rota(sendings, queue, tallies, events, clock);
    }

    @Bean
    Preparation preparation(ObjectProvider<MessageSource> sources, InstantSource clock) {
        return new Preparation(List.copyOf(sources.orderedStream().toList()), clock);
    }

    @Bean
    Outcomes outcomes() {
        return new Outcomes(SenderTiming.STANDARD, RandomGenerator.of("L64X128MixRandom"));
    }

    @Bean
    SenderParts senderParts(
            Rota rota,
            QueueStore queue,
            Preparation preparation,
            Rights rights,
            Outcomes outcomes,
            Tallies tallies,
            WireParts wire) {
        return new SenderParts(
                rota,
                queue,
                preparation,
                rights,
                wire.bounces(),
                outcomes,
                tallies,
                new Throttle(),
                new DomainPaces(),
                wire.settings(),
                wire.route(),
                wire.health(),
                SenderTiming.STANDARD,
                wire.clock());
    }

    record WireParts(
            SendSettings settings, MailRoute route, SenderHealth health, Bounces bounces, InstantSource clock) {}

    @Bean
    WireParts wireParts(
            SendSettings settings, MailRoute route, SenderHealth health, Bounces bounces, InstantSource clock) {
        return new WireParts(settings, route, health, bounces, clock);
    }

    @Bean
    Sender sender(SenderParts parts, NodeStore nodes, SenderSignal signal) {
        return new Sender(parts, new Node(nodes, SenderTiming.STANDARD.lease()), signal);
    }
}
