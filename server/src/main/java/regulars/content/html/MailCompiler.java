package regulars.content.html;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import regulars.content.liquid.Piece;

/**
 * From an author's body to the body that is mailed, in this order: hide Liquid, MJML to HTML, drop what no mail may carry,
 * inline styles, number links, add the preheader and the pixel's place, read off the text part, put Liquid back.
 */
public final class MailCompiler {
    /** The names under which a rendering is given the two. */
    public static final String PREHEADER = "regulars_preheader";

    public static final String PIXEL = "regulars_pixel";

    private static final String FORBIDDEN =
            "script, iframe, frame, frameset, object, embed, applet, form, base, link, meta[http-equiv=refresh], svg, portal, audio, video";
    private static final List<String> ADDRESSES =
            List.of("href", "src", "background", "action", "formaction", "poster");
    private static final String HIDDEN =
            "display:none;max-height:0;max-width:0;opacity:0;overflow:hidden;mso-hide:all;font-size:1px;line-height:1px;color:#ffffff";

    private static final Pattern IMPORT =
            Pattern.compile("(?i)@import\\s+(?:url\\([^)]*\\)|\"[^\"]*\"|'[^']*')[^;]*;?");
    private static final Pattern DOCUMENT = Pattern.compile("(?i)<(?:html|body|head|!doctype)\\b");

    private final Shield shield = new Shield();
    private final Document document;
    private int links;
    private int insecure;
    private int relative;

    private MailCompiler(List<Piece> body, boolean mjml, String language) {
        String hidden = shield.hide(body);
        String css = "";
        if (mjml) {
            var compiled = MjmlCompiler.compile(hidden, language);
            shield.requireAll(compiled.html() + compiled.inlineCss());
            hidden = compiled.html();
            css = compiled.inlineCss();
        }
        document = parse(shield.settle(hidden));
        document.outputSettings().prettyPrint(false).charset("UTF-8").escapeMode(Entities.EscapeMode.base);
        if (!document.select("html").hasAttr("lang")) document.select("html").attr("lang", language);
        if (document.select("meta[charset], meta[http-equiv=Content-Type]").isEmpty())
            document.head().prependElement("meta").attr("charset", "utf-8");
        if (mjml) CssInliner.inline(document, css);
        else CssInliner.inline(document);
    }

    /** A fragment is parsed as one, for else Liquid at its start would end up before the document. */
    private Document parse(String html) {
        Document parsed = DOCUMENT.matcher(html).find() ? Jsoup.parse(html) : Jsoup.parseBodyFragment(html);
        for (var style : parsed.body().select("style")) parsed.head().appendChild(style);
        for (var rows : parsed.select("table > tbody")) keepLoopsOutside(rows);
        return parsed;
    }

    /** Where the parser put an unwritten {@code tbody} into a loop over rows, the loop's start moves into it. */
    private void keepLoopsOutside(Element rows) {
        while (shield.closesMore(rows) && rows.previousSibling() instanceof Comment start) rows.prependChild(start);
    }

    public static CompiledMail compile(List<Piece> body, boolean mjml, String language, boolean preheader) {
        return new MailCompiler(body, mjml, language).compile(preheader);
    }

    private CompiledMail compile(boolean preheader) {
        int removed = clean();
        int missingAlt = document.select("img:not([alt])").size();
        number();
        String text = shield.reveal(PlainText.of(document), false);
        frame(preheader);
        String html = shield.reveal(document.outerHtml(), true);
        return new CompiledMail(html, text, links, missingAlt, insecure, relative, removed);
    }

    private int clean() {
        var forbidden = document.select(FORBIDDEN);
        // MJML links web fonts; they are dropped like any foreign call, but are no fault of the author's.
        int removed = (int) forbidden.stream()
                .filter(element -> !element.normalName().equals("link"))
                .count();
        forbidden.remove();
        for (var style : document.select("style")) {
            String rules = IMPORT.matcher(style.data()).replaceAll("");
            style.empty().appendChild(new DataNode(rules));
        }
        for (var element : document.getAllElements()) {
            for (Attribute attribute : List.copyOf(element.attributes().asList())) {
                if (!dangerous(attribute)) continue;
                element.removeAttr(attribute.getKey());
                removed++;
            }
        }
        return removed;
    }

    private static boolean dangerous(Attribute attribute) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String value = attribute.getValue().replaceAll("[\\p{Cntrl}\\s]", "").toLowerCase(Locale.ROOT);
        boolean script =
                value.startsWith("javascript:") || value.startsWith("vbscript:") || value.startsWith("data:text");
        return name.startsWith("on") || name.equals("srcdoc") || ADDRESSES.contains(name) && script;
    }

    private void number() {
        for (Element link : document.select("a[href], area[href]")) {
            String address = link.attr("href").strip();
            if (address.startsWith("http://")) insecure++;
            else if (!address.matches("(?is)(https?://|mailto:|tel:|sms:|#|\uE000).*")) relative++;
            if (!address.startsWith("#")) link.attr("href", Shield.link(++links, address));
        }
    }

    /** The preheader first and the pixel last in the body. */
    private void frame(boolean preheader) {
        if (preheader)
            document.body().prependElement("div").attr("style", HIDDEN).text(Shield.preheader());
        document.body().appendText(Shield.pixel());
    }

    /** Joins what blank pieces of a rendered text part leave behind. */
    public static String tidy(String rendered) {
        return PlainText.tidy(rendered);
    }
}
