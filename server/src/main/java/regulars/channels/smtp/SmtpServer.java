package regulars.channels.smtp;

import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Where a client connects.
 *
 * @param tls who is trusted; the certificate must also name the host
 * @param hello how we name ourselves
 */
public record SmtpServer(
        String host,
        int port,
        Protection protection,
        @Nullable Login login,
        SSLSocketFactory tls,
        String hello,
        SmtpTimeouts timeouts) {

    public enum Protection {
        NONE,
        STARTTLS,
        IMPLICIT
    }

    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }
}
