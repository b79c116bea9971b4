package regulars.content.liquid;

import java.util.List;
import java.util.Locale;
import liqp.TemplateContext;
import liqp.blocks.Block;
import liqp.nodes.LNode;
import org.jsoup.parser.Parser;

/**
 * {@code {% link_to 3 %}…{% endlink_to %}}, put by us around the address of each link: refuses what is not a web, mail or phone
 * address whatever a customer's value made of it, and hands web addresses to the {@link LinkTracker}.
 */
final class LinkBlock extends Block {
    static final String NAME = "link_to";
    static final String TEXT = "text_link_to";
    private static final List<String> SAFE = List.of("http://", "https://", "mailto:", "tel:", "sms:", "#");

    private static final int LONGEST_START = 8;

    private final boolean html;

    LinkBlock(boolean html) {
        super(html ? NAME : TEXT);
        this.html = html;
    }

    @Override
    public Object render(TemplateContext context, LNode... nodes) {
        var state = RenderState.of(context);
        int number = Values.number(nodes[0].render(context));
        String inside = String.valueOf(nodes[nodes.length - 1].render(context));
        String url = withoutBlanks(html && inside.indexOf('&') >= 0 ? Parser.unescapeEntities(inside, true) : inside);
        if (!safe(url)) return html ? "#" : "";
        String address =
                url.regionMatches(true, 0, "http", 0, 4) ? state.links().address(number, url) : url;
        return html ? HtmlText.escape(address) : address;
    }

    /** Compared in small letters, not by ignoring case: that would take a long s for an s. */
    private static boolean safe(String url) {
        String start = url.substring(0, Math.min(url.length(), LONGEST_START)).toLowerCase(Locale.ROOT);
        return SAFE.stream().anyMatch(start::startsWith);
    }

    /** Browsers leave out what is unseen in an address, so {@code java\tscript:} must not look harmless. */
    private static String withoutBlanks(String url) {
        if (url.chars().noneMatch(LinkBlock::blank)) return url;
        var kept = new StringBuilder(url.length());
        url.chars().filter(c -> !blank(c)).forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    private static boolean blank(int c) {
        return c <= ' ' || c == 0x7f;
    }
}
