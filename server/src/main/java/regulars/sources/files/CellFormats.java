package regulars.sources.files;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which numbers of a workbook are dates: its cells hold days since 1900 or 1904, and only the format tells. */
final class CellFormats {
    private static final Pattern QUOTED =
            Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h|m|s)[^\\]]*]", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE = Pattern.compile("[dmyhsDMYHS年月日]");

    private CellFormats() {}

    static boolean isDate(@Nullable Integer id, @Nullable String format) {
        if (id != null && (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47)) return true;
        if (format == null || format.equalsIgnoreCase("General")) return false;
        var bare = QUOTED.matcher(format).replaceAll("");
        return DATE.matcher(bare).find() && !bare.contains("#") && !bare.contains("?");
    }
}
