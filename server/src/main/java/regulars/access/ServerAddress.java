package regulars.access;

import java.net.URI;

/** Where people reach this server: the start of every link it mails. */
public record ServerAddress(URI publicUrl) {
    public ServerAddress {
        if (publicUrl.getHost() == null
                || publicUrl.getScheme() == null
                || !publicUrl.getScheme().matches("https?")) {
            throw new IllegalArgumentException("REGULARS_URL is '" + publicUrl
                    + "', it must be an http or https address such as https://crm.example.com");
        }
        publicUrl = URI.create(publicUrl.toString().replaceAll("/+$", ""));
    }

    public boolean secure() {
        return "https".equals(publicUrl.getScheme());
    }
}
