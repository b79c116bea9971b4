package regulars.channels;

import java.util.function.IntSupplier;
import javax.net.ssl.SSLSocketFactory;
import regulars.channels.smtp.SmtpServer;
import regulars.channels.smtp.SmtpServer.Login;
import regulars.channels.smtp.SmtpServer.Protection;
import regulars.channels.smtp.SmtpTimeouts;

/** Where mail goes by the settings: the named server, else the built-in mailbox. */
class MailRoute {
    private final IntSupplier mailboxPort;
    private final SSLSocketFactory tls;
    private final SmtpTimeouts timeouts;

    MailRoute(IntSupplier mailboxPort, SSLSocketFactory tls, SmtpTimeouts timeouts) {
        this.mailboxPort = mailboxPort;
        this.tls = tls;
        this.timeouts = timeouts;
    }

    SmtpServer server(MailSettings settings) {
        var hello = settings.mailDomain();
        var server = settings.server();
        if (server == null) {
            return new SmtpServer("127.0.0.1", mailboxPort.getAsInt(), Protection.NONE, null, tls, hello, timeouts);
        }
        var user = server.username();
        var password = server.password();
        var login = user == null || password == null ? null : new Login(user, password);
        return new SmtpServer(server.host(), server.port(), protection(server), login, tls, hello, timeouts);
    }

    private static Protection protection(MailSettings.MailServer server) {
        return switch (server.security()) {
            case NONE -> Protection.NONE;
            case STARTTLS -> Protection.STARTTLS;
            case TLS -> Protection.IMPLICIT;
        };
    }
}
