package regulars.sources;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Guesses what columns are from their names. */
final class ColumnNames {
    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}']+");
    private static final Pattern CURRENCY = Pattern.compile(" (usd|eur|uah|rub|cny|rmb|gbp|грн|руб|₽|元|р)$");

    private static final Pattern DATA =
            Pattern.compile("\\S+@\\S+|[-+]?[\\d\\s.,]*\\d[\\d\\s.,]*|\\d+[-./]\\d+[-./]\\d+.*");
    private static final Set<String> CODES = Set.of(
            ("zip zipcode postcode postal code codes id ids phone phones tel mobile cell fax inn kpp okpo edrpou vat uscc iban sku"
                            + " article barcode ean upc card passport number no индекс код коды ид телефон тел моб инн кпп окпо егрпоу"
                            + " едрпоу єдрпоу рнокпп іпн артикул штрихкод карта картка номер паспорт індекс коди 邮编 邮政编码 编号 电话 手机 手机号"
                            + " 货号 条码 卡号 税号")
                    .split(" "));

    private ColumnNames() {}

    /** {@code Order_ID}, {@code orderId} and {@code "order id "} are one name. */
    static String normal(String name) {
        var composed = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replace('’', '\'')
                .replace('ё', 'е');
        var spaced = CAMEL.matcher(composed).replaceAll(" ").toLowerCase(Locale.ROOT);
        return SEPARATORS.matcher(spaced).replaceAll(" ").strip();
    }

    /** For each column the field it seems to be; the first of several columns with the name of a field gets it. */
    static List<@Nullable ImportField> suggest(List<String> header, ImportKind kind) {
        var taken = EnumSet.noneOf(ImportField.class);
        var fields = new ArrayList<@Nullable ImportField>();
        for (String name : header) {
            var field = field(name, kind).filter(taken::add).orElse(null);
            fields.add(field);
        }
        return fields;
    }

    private static Optional<ImportField> field(String name, ImportKind kind) {
        var normal = normal(name);
        if (normal.isEmpty()) return Optional.empty();
        var exact = find(normal, kind);
        return exact.isPresent() ? exact : find(CURRENCY.matcher(normal).replaceAll(""), kind);
    }

    private static Optional<ImportField> find(String normal, ImportKind kind) {
        return ImportField.all(kind).stream()
                .filter(field -> field.called(normal))
                .findFirst();
    }

    /** Whether a row looks like names of columns: some are known, or none is an address, a number or a date. */
    static boolean isHeader(List<String> cells) {
        for (ImportKind kind : ImportKind.values()) {
            if (suggest(cells, kind).stream().anyMatch(Objects::nonNull)) return true;
        }
        return cells.stream().noneMatch(cell -> DATA.matcher(cell).matches());
    }

    /** Whether a column of that name holds codes, which are written in digits and are no numbers. */
    static boolean isCode(String name) {
        return Arrays.stream(normal(name).split(" ")).anyMatch(CODES::contains);
    }

    /** Orders have a date and a sum; anything else is taken for customers. */
    static ImportKind kind(List<String> header) {
        var fields = suggest(header, ImportKind.ORDERS);
        boolean sum = fields.contains(ImportField.TOTAL) || fields.contains(ImportField.LINE_AMOUNT);
        return sum && fields.contains(ImportField.PLACED_AT) ? ImportKind.ORDERS : ImportKind.CUSTOMERS;
    }
}
