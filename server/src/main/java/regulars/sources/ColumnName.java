package regulars.sources;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import regulars.customers.FieldSight;

/** The name of a column as it is compared; apart from {@link ColumnNames}, for the fields need it to be made. */
final class ColumnName {
    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}']+");

    /** Before the key of an attribute in the headers of our own exports. */
    private static final String ATTRIBUTE = FieldSight.own("");

    private ColumnName() {}

    /** The key of an attribute where our own export names one, else the name as it is. */
    static String ofAttribute(String name) {
        return name.startsWith(ATTRIBUTE) ? name.substring(ATTRIBUTE.length()) : name;
    }

    /** {@code Order_ID}, {@code orderId} and {@code "order id "} are one name. */
    static String normal(String name) {
        var composed = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replace('’', '\'')
                .replace('ё', 'е');
        var spaced = CAMEL.matcher(composed).replaceAll(" ").toLowerCase(Locale.ROOT);
        return SEPARATORS.matcher(spaced).replaceAll(" ").strip();
    }
}
