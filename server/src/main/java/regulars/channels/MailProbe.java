package regulars.channels;

import javax.net.ssl.SSLSocketFactory;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import regulars.access.Secrets;
import regulars.channels.smtp.SmtpConnection;
import regulars.channels.smtp.SmtpTimeouts;
import regulars.channels.smtp.SmtpUnavailable;

/** Whether mail would leave: connects, protects and logs in as the settings say, and hangs up without a mail. */
public final class MailProbe {
    private final SettingsStore settings;

    public MailProbe(DataSource database) {
        var dsl = DSL.using(database, SQLDialect.POSTGRES);
        this.settings = new SettingsStore(dsl, SenderWiring.cipher(Secrets.of(dsl)));
    }

    /** What came of it: {@code detail} names the server, or the cause. */
    public sealed interface Outcome {
        record Builtin() implements Outcome {}

        record Reached(String detail, boolean protectedConnection) implements Outcome {}

        record Unreachable(String detail) implements Outcome {}
    }

    public Outcome run() {
        var current = settings.current();
        var named = current.server();
        if (named == null) return new Outcome.Builtin();
        var route = new MailRoute(() -> 0, (SSLSocketFactory) SSLSocketFactory.getDefault(), SmtpTimeouts.STANDARD);
        try {
            SmtpConnection.open(route.server(current)).close();
            var plain = named.security() == MailSettings.Security.NONE;
            return new Outcome.Reached(named.host() + ":" + named.port(), !plain);
        } catch (SmtpUnavailable e) {
            return new Outcome.Unreachable(String.valueOf(e.getMessage()));
        }
    }
}
