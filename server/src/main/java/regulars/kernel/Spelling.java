package regulars.kernel;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.replace;

import java.util.Collection;
import org.jooq.Field;

/** Texts as they are compared whatever the writer left out: Russian ё is mostly written е. Other letters stay apart. */
public final class Spelling {
    private Spelling() {}

    /** Of a text in lower case. */
    public static String plain(String lower) {
        return lower.replace('ё', 'е');
    }

    /**
     * The same of a column in lower case, when it is compared with these. Without an е or ё in any of them the rows' own
     * change no answer, and a large base is spared the work.
     */
    public static Field<String> plain(Field<String> lower, Collection<String> compared) {
        boolean matters = compared.stream().anyMatch(text -> text.chars().anyMatch(Spelling::isYe));
        return matters ? replace(lower, inline("ё"), inline("е")) : lower;
    }

    private static boolean isYe(int letter) {
        return letter == 'е' || letter == 'ё' || letter == 'Е' || letter == 'Ё';
    }
}
