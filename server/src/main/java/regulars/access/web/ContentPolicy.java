package regulars.access.web;

/**
 * What a browser may load for us: nothing from any other host, no script that is not a file of ours. A page or frame
 * with other needs sets the header itself, and that one then counts.
 */
public final class ContentPolicy {
    public static final String USUAL = withStyles("'self'");

    static final String HEADER = "Content-Security-Policy";

    private ContentPolicy() {}

    static String withStyles(String styles) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src " + styles,
                "style-src-attr 'unsafe-inline'", // charts place their tooltips by it
                "img-src 'self' data: blob:",
                "font-src 'self' data:",
                "connect-src 'self'",
                "worker-src 'self' blob:",
                "manifest-src 'self'",
                "frame-src 'self' blob:",
                "form-action 'self'",
                "base-uri 'none'",
                "frame-ancestors 'none'");
    }
}
