package regulars.sources;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Guesses what columns are from their names. */
final class ColumnNames {
    private static final Pattern CURRENCY = Pattern.compile(" (usd|eur|uah|rub|cny|rmb|gbp|грн|руб|₽|元|р)$");

    private static final Pattern DATA =
            Pattern.compile("\\S+@\\S+|[-+]?[\\d\\s.,]*\\d[\\d\\s.,]*|\\d+[-./]\\d+[-./]\\d+.*");
    private static final Set<String> CODES = Set.of(
            ("zip zipcode postcode postal code codes id ids phone phones tel mobile cell fax inn kpp okpo edrpou vat uscc iban sku"
                            + " article barcode ean upc card passport number no индекс код коды ид телефон тел моб инн кпп окпо егрпоу"
                            + " едрпоу єдрпоу рнокпп іпн артикул штрихкод карта картка номер паспорт індекс коди 邮编 邮政编码 编号 电话 手机 手机号"
                            + " 货号 条码 卡号 税号")
                    .split(" "));

    private static final String PERSON = "customer unique id";
    private static final String PERSON_OF_ORDER = "customer id";
    /** Names that mean something else in each kind of file, and nothing when that is taken already. */
    private static final Map<ImportKind, Map<String, ImportField>> PLAIN = Map.of(
            ImportKind.CUSTOMERS, plain("id|ид|код|code|编号", ImportField.EXTERNAL_ID),
            ImportKind.ORDERS, plain("id|ид|код|code|номер|编号", ImportField.ORDER_ID),
            ImportKind.PRODUCTS, products(),
            ImportKind.LINES, plain("price|цена|ціна|价格|amount|total|sum|сумма|сума|金额", ImportField.LINE_AMOUNT));

    private ColumnNames() {}

    private static Map<String, ImportField> plain(String names, ImportField field) {
        return Arrays.stream(names.split("\\|")).collect(Collectors.toMap(name -> name, name -> field));
    }

    private static Map<String, ImportField> products() {
        var names = new HashMap<>(plain("id|ид|код|code|编号", ImportField.PRODUCT_ID));
        names.putAll(plain("name|title|название|назва|名称", ImportField.PRODUCT_NAME));
        return names;
    }

    /** For each column the field it seems to be; the first of several columns with the name of a field gets it. */
    static List<@Nullable ImportField> suggest(List<String> header, ImportKind kind) {
        var fields = known(header, kind);
        for (int column = 0; column < fields.size(); column++) {
            var plain = PLAIN.getOrDefault(kind, Map.of()).get(ColumnName.normal(header.get(column)));
            if (fields.get(column) == null && plain != null && !fields.contains(plain)) fields.set(column, plain);
        }
        return fields;
    }

    /** The same by names that can mean nothing else. */
    private static List<@Nullable ImportField> known(List<String> header, ImportKind kind) {
        var taken = EnumSet.noneOf(ImportField.class);
        var fields = new ArrayList<@Nullable ImportField>();
        boolean two = kind == ImportKind.CUSTOMERS
                && header.stream().anyMatch(name -> ColumnName.normal(name).equals(PERSON))
                && header.stream().anyMatch(name -> ColumnName.normal(name).equals(PERSON_OF_ORDER));
        for (String name : header) {
            var field = two ? ofTwoIds(name) : Optional.<ImportField>empty();
            if (field.isEmpty()) field = field(name, kind);
            fields.add(field.filter(taken::add).orElse(null));
        }
        return fields;
    }

    /** A shop may give a person one id and each of their orders another. */
    private static Optional<ImportField> ofTwoIds(String name) {
        return switch (ColumnName.normal(name)) {
            case PERSON -> Optional.of(ImportField.EXTERNAL_ID);
            case PERSON_OF_ORDER -> Optional.of(ImportField.ALIAS_ID);
            default -> Optional.empty();
        };
    }

    private static Optional<ImportField> field(String name, ImportKind kind) {
        var normal = ColumnName.normal(name);
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
        return Arrays.stream(ColumnName.normal(name).split(" ")).anyMatch(CODES::contains);
    }

    /** Orders have a date and a sum or a number; anything that is nothing else is taken for customers. */
    static ImportKind kind(List<String> header) {
        var fields = known(header, ImportKind.ORDERS);
        boolean order = fields.contains(ImportField.ORDER_ID);
        boolean product = fields.contains(ImportField.PRODUCT_ID);
        boolean sum = fields.contains(ImportField.TOTAL) || fields.contains(ImportField.LINE_AMOUNT);
        boolean buyer = fields.contains(ImportField.EXTERNAL_ID)
                || fields.contains(ImportField.EMAIL)
                || fields.contains(ImportField.PHONE);
        if (fields.contains(ImportField.PLACED_AT) && (sum || order && buyer)) return ImportKind.ORDERS;
        if (order && product && !buyer) return ImportKind.LINES;
        boolean paid = suggest(header, ImportKind.PAYMENTS).contains(ImportField.PAID);
        if (order && paid && fields.contains(ImportField.PAYMENT_METHOD) && !buyer) return ImportKind.PAYMENTS;
        if (product && !order && !buyer) return ImportKind.PRODUCTS;
        return isStopList(header) ? ImportKind.SUPPRESSIONS : ImportKind.CUSTOMERS;
    }

    /** Addresses, the reason why they get nothing, and no word of the people. */
    private static boolean isStopList(List<String> header) {
        var stops = suggest(header, ImportKind.SUPPRESSIONS);
        return stops.contains(ImportField.REASON)
                && (stops.contains(ImportField.EMAIL) || stops.contains(ImportField.PHONE))
                && stops.stream().allMatch(Objects::nonNull);
    }
}
