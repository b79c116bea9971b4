package regulars.content.liquid;

import java.util.regex.Pattern;
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
    private static final Pattern SAFE = Pattern.compile("(?i)^(https?://|mailto:|tel:|sms:|#).*", Pattern.DOTALL);
    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cntrl}\\s]+");

    private final boolean html;

    LinkBlock(boolean html) {
        super(html ? NAME : TEXT);
        this.html = html;
    }

    @Override
    public Object render(TemplateContext context, LNode... nodes) {
        var state = RenderState.of(context);
        int number = asNumber(nodes[0].render(context)).intValue();
        String inside = String.valueOf(nodes[nodes.length - 1].render(context));
        String url = UNWANTED.matcher(html ? Parser.unescapeEntities(inside, true) : inside)
                .replaceAll("");
        if (!SAFE.matcher(url).matches()) return html ? "#" : "";
        String address =
                url.regionMatches(true, 0, "http", 0, 4) ? state.links().address(number, url) : url;
        return html ? HtmlText.escape(address) : address;
    }
}
