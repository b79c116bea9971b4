package regulars.content.liquid;

import liqp.TemplateContext;
import liqp.nodes.LNode;
import liqp.tags.Tag;

/** Put by us before each piece, so that a failure can be told with the line of the author's source. */
final class LineTag extends Tag {
    static final String NAME = "at_line";

    LineTag() {
        super(NAME);
    }

    @Override
    public Object render(TemplateContext context, LNode... nodes) {
        RenderState.of(context).at(Values.number(nodes[0].render(context)));
        return "";
    }
}
