package regulars.access;

import java.net.URI;

/** Where people reach this server: the start of every link it mails. */
public record ServerAddress(URI publicUrl) {
    public boolean secure() {
        return "https".equals(publicUrl.getScheme());
    }

    /** Where the company's own sign-in sends the browser back to. */
    URI signedIn() {
        return URI.create(publicUrl.toString().replaceAll("/$", "") + "/signed-in");
    }
}
