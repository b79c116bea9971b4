package regulars.content.html;

import ch.digitalfondue.mjml4j.Mjml4j;
import java.io.IOException;
import java.util.regex.Pattern;
import regulars.content.liquid.LiquidError;

/** MJML to HTML. Includes read nothing; comments are dropped before, so that Liquid within them is not missed after. */
final class MjmlCompiler {
    private static final Pattern COMMENT = Pattern.compile("<!--(?!\\[if|<!\\[endif).*?-->", Pattern.DOTALL);
    private static final Pattern INLINE =
            Pattern.compile("<mj-style[^>]*\\binline\\s*=\\s*[\"']inline[\"'][^>]*>(.*?)</mj-style>", Pattern.DOTALL);

    private MjmlCompiler() {}

    record Compiled(String html, String inlineCss) {}

    static Compiled compile(String mjml, String language) {
        String source = COMMENT.matcher(mjml).replaceAll("");
        var css = new StringBuilder();
        INLINE.matcher(source)
                .results()
                .forEach(style -> css.append(style.group(1)).append('\n'));
        String html = render(INLINE.matcher(source).replaceAll(""), language);
        if (!html.contains("<body")) throw new LiquidError(1, "This is not MJML: <mjml><mj-body> is missing.");
        return new Compiled(html, css.toString());
    }

    private static String render(String source, String language) {
        try {
            return Mjml4j.render(
                    source, new Mjml4j.Configuration(language, Mjml4j.TextDirection.AUTO, new NoIncludes()));
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) cause = cause.getCause();
            throw new LiquidError(1, "The MJML cannot be read: " + cause.getMessage(), e);
        }
    }

    private static final class NoIncludes implements Mjml4j.IncludeResolver {
        @Override
        public String readResource(String name) throws IOException {
            throw new IOException("mj-include is not allowed: " + name);
        }

        @Override
        public String resolvePath(String name, String base) {
            return name;
        }
    }
}
