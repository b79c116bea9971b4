package regulars.channels.mailbox;

import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A mail's HTML for showing in a frame: nothing in it runs, submits or leads the frame away. The response's policy
 * forbids the same once more; either alone would do.
 */
final class SafeHtml {
    private static final String UNWANTED =
            "script, iframe, frame, frameset, object, embed, applet, form, input, button, select, textarea, base, link,"
                    + " meta[http-equiv], svg, math, audio, video, template";

    private SafeHtml() {}

    static String of(String html) {
        var document = Jsoup.parse(html);
        document.select(UNWANTED).remove();
        for (var element : document.getAllElements()) clean(element);
        document.head().prependElement("base").attr("target", "_blank");
        document.select("a[href]").attr("rel", "noopener noreferrer");
        return document.outerHtml();
    }

    private static void clean(Element element) {
        for (var attribute : element.attributes().asList()) {
            var name = attribute.getKey().toLowerCase(Locale.ROOT);
            boolean link = name.equals("href") || name.equals("src") || name.equals("background");
            if (name.startsWith("on") || name.equals("srcdoc") || (link && !harmless(attribute.getValue()))) {
                element.removeAttr(attribute.getKey());
            }
        }
    }

    private static boolean harmless(String address) {
        var plain = address.replaceAll("[\\p{Cntrl}\\s]", "").toLowerCase(Locale.ROOT);
        return plain.startsWith("http://")
                || plain.startsWith("https://")
                || plain.startsWith("mailto:")
                || plain.startsWith("tel:")
                || plain.startsWith("data:image/")
                || plain.startsWith("#");
    }
}
