package regulars.content.liquid;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import liqp.filters.Filter;
import liqp.filters.Filters;

/** The filters a template may use: the harmless ones of the library behind guards, and a few of ours. */
final class Filtering {
    private static final List<String> LIBRARY = List.of(
            "abs",
            "append",
            "at_least",
            "at_most",
            "capitalize",
            "ceil",
            "compact",
            "concat",
            "date",
            "default",
            "divided_by",
            "downcase",
            "escape",
            "escape_once",
            "first",
            "floor",
            "join",
            "last",
            "lstrip",
            "map",
            "minus",
            "modulo",
            "newline_to_br",
            "plus",
            "prepend",
            "remove",
            "remove_first",
            "replace",
            "replace_first",
            "reverse",
            "round",
            "rstrip",
            "size",
            "slice",
            "sort",
            "sort_natural",
            "split",
            "strip",
            "strip_newlines",
            "times",
            "truncate",
            "truncatewords",
            "uniq",
            "upcase",
            "url_decode",
            "url_encode",
            "where");
    static final Set<String> ALLOWED = allowed();

    private Filtering() {}

    static List<Filter> all() {
        var library = Filters.DEFAULT_FILTERS.getMap();
        List<Filter> all = new ArrayList<>();
        for (String name : LIBRARY) {
            var filter = library.get(name);
            if (filter == null) throw new IllegalStateException("the Liquid library has no filter " + name);
            all.add(new GuardedFilter(filter));
        }
        all.addAll(List.of(new StripTags(), new MoneyFilter(), new RawFilter(), new HtmlOutput(), new TextOutput()));
        return all;
    }

    private static Set<String> allowed() {
        var names = new TreeSet<>(LIBRARY);
        names.addAll(Set.of("strip_html", "money", "raw"));
        return Set.copyOf(names);
    }
}
