package regulars.access;

import java.net.URI;

/** Where people reach this server: the start of every link it mails. */
public record ServerAddress(URI publicUrl) {
    public boolean secure() {
        return "https".equals(publicUrl.getScheme());
    }
}
