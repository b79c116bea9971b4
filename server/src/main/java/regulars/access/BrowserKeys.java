package regulars.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import regulars.kernel.Fault;
import regulars.kernel.Permission;

/**
 * Keys that stand in a page, where everybody can read them: they write events from the sites they name, nothing else.
 */
final class BrowserKeys {
    static final Set<Permission> PERMISSIONS = Set.of(Permission.EVENTS_WRITE);

    /** Requests a minute with one key, from everywhere together. */
    static final int PER_MINUTE = 6000;

    /** Of these, from one address. */
    static final int PER_VISITOR_MINUTE = 600;

    private static final int MOST_ORIGINS = 50;

    private BrowserKeys() {}

    /** The sites as browsers name them in {@code Origin}. */
    static List<String> origins(List<String> given) {
        var said =
                given.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
        if (said.isEmpty() || said.size() > MOST_ORIGINS) {
            throw new Fault(
                            AccessFault.ORIGIN_NEEDED,
                            "A key for browsers works on the sites it names: name 1 to " + MOST_ORIGINS + " of them")
                    .at("origins", said.size());
        }
        return said.stream().map(BrowserKeys::origin).distinct().toList();
    }

    private static String origin(String given) {
        try {
            var site = new URI(given.replaceAll("/$", ""));
            boolean web = "https".equals(site.getScheme()) || "http".equals(site.getScheme());
            var bare = site.getRawPath() == null || site.getRawPath().isEmpty();
            if (web && site.getHost() != null && bare && site.getRawQuery() == null && site.getUserInfo() == null) {
                var port = site.getPort() < 0 ? "" : ":" + site.getPort();
                return site.getScheme() + "://" + site.getHost().toLowerCase(Locale.ROOT) + port;
            }
            throw new URISyntaxException(given, "not a site");
        } catch (URISyntaxException e) {
            throw new Fault(
                            AccessFault.ORIGIN_INVALID,
                            "'" + given + "' is not the address of a site: write it as https://shop.example.com",
                            e)
                    .at("origins", given);
        }
    }
}
