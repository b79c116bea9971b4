package regulars.channels.mailbox;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import regulars.channels.smtp.SmtpAnswer;
import regulars.channels.smtp.SmtpDialogue;
import regulars.channels.smtp.SmtpLimits;
import regulars.channels.smtp.SmtpListener;
import regulars.channels.smtp.SmtpStage;

/** Receives by SMTP on a random loopback port and keeps what it received; it says OK when the mail is stored. */
@Component
public class MailboxServer implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(MailboxServer.class);
    private static final SmtpAnswer TRY_LATER = new SmtpAnswer.Reply(451, "4.3.0 The mailbox cannot store it now");
    /** The oldest go first; the mailbox shows what was sent lately, it is no archive. */
    private static final int MOST_MAILS = 100_000;

    private static final int TRIM_EVERY = 1000;

    private final MailStore store;
    private final InstantSource clock;
    private final SmtpListener listener;
    private final AtomicInteger received = new AtomicInteger();

    MailboxServer(MailStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.listener = new SmtpListener(this::answer, SmtpLimits.STANDARD);
    }

    public int port() {
        return listener.port();
    }

    private SmtpAnswer answer(SmtpStage stage, SmtpDialogue dialogue) {
        if (stage != SmtpStage.CONTENT) return SmtpAnswer.OK;
        try {
            store.insert(NewMail.of(dialogue, clock.instant()));
            if (received.incrementAndGet() % TRIM_EVERY == 0) store.trim(MOST_MAILS);
            return SmtpAnswer.OK;
        } catch (RuntimeException e) {
            log.warn("The mailbox could not store a mail", e);
            return TRY_LATER;
        }
    }

    @Override
    public void destroy() {
        listener.close();
    }
}
