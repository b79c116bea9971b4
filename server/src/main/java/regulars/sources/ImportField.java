package regulars.sources;

import static regulars.sources.ImportKind.CUSTOMERS;
import static regulars.sources.ImportKind.LINES;
import static regulars.sources.ImportKind.ORDERS;
import static regulars.sources.ImportKind.PAYMENTS;
import static regulars.sources.ImportKind.PRODUCTS;
import static regulars.sources.ImportKind.SUPPRESSIONS;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a column of a file may be, and the names that such columns have in the four languages. */
enum ImportField {
    EXTERNAL_ID(
            "externalId",
            EnumSet.of(CUSTOMERS, ORDERS),
            "external id|rec id|record id|person id|unique customer id|customer id|client id|user id|customer|client|customer number|customer code|contact id|household id|member id|id клиента|ид клиента|код клиента|клиент|номер клиента|внешний id|покупатель|id клієнта|код клієнта|клієнт|номер клієнта|зовнішній id|покупець|客户编号|客户id|会员编号|会员id|用户id|客户号"),
    OWN_ID("ownId", EnumSet.of(CUSTOMERS), "regulars id"),
    ALIAS_ID(
            "aliasId",
            EnumSet.of(CUSTOMERS),
            "alias id|another id|second id|order customer id|id в заказах|другой id|id у замовленнях|інший id|其他编号|订单中的客户编号"),
    FULL_NAME(
            "fullName",
            EnumSet.of(CUSTOMERS),
            "full name|name|customer name|client name|contact name|contact|фио|имя и фамилия|полное имя|наименование|піб|повне ім'я|повне імя|ім'я та прізвище|імя та прізвище|姓名|客户姓名|名称|全名"),
    GIVEN_NAME("givenName", EnumSet.of(CUSTOMERS), "given name|first name|firstname|forename|имя|ім'я|імя|名|名字"),
    MIDDLE_NAME("middleName", EnumSet.of(CUSTOMERS), "middle name|patronymic|second name|отчество|по батькові"),
    FAMILY_NAME("familyName", EnumSet.of(CUSTOMERS), "family name|last name|lastname|surname|фамилия|прізвище|姓|姓氏"),
    EMAIL(
            "email",
            EnumSet.of(CUSTOMERS, ORDERS, SUPPRESSIONS),
            "email|e mail|mail|email address|e mail address|customer email|почта|электронная почта|эл почта|имейл|емейл|адрес электронной почты|пошта|електронна пошта|ел пошта|емейл|імейл|邮箱|电子邮箱|电子邮件|邮件"),
    PHONE(
            "phone",
            EnumSet.of(CUSTOMERS, ORDERS, SUPPRESSIONS),
            "phone|phone number|mobile|mobile phone|tel|telephone|cell|cell phone|customer phone|телефон|номер телефона|мобильный|мобильный телефон|моб телефон|тел|номер телефону|мобільний|мобільний телефон|моб телефон|手机|电话|手机号|手机号码|电话号码|联系电话"),
    LANGUAGE("language", EnumSet.of(CUSTOMERS), "language|lang|locale|язык|мова|语言"),
    ZONE("zone", EnumSet.of(CUSTOMERS), "zone|time zone|timezone|tz|часовой пояс|часовий пояс|时区"),
    COUNTRY("country", EnumSet.of(CUSTOMERS), "country|country code|страна|країна|国家"),
    REGION(
            "region",
            EnumSet.of(CUSTOMERS),
            "region|customer state|state|province|область|регион|край|регіон|省|省份|地区|州"),
    CITY(
            "city",
            EnumSet.of(CUSTOMERS),
            "city|customer city|town|suburb|город|населенный пункт|нас пункт|місто|населений пункт|城市|市"),
    DISTRICT(
            "district",
            EnumSet.of(CUSTOMERS),
            "district|city district|borough|neighbourhood|район|район города|район міста|区|城区|市区"),
    BIRTH_DATE(
            "birthDate",
            EnumSet.of(CUSTOMERS),
            "birth date|date of birth|birthday|birthdate|dob|дата рождения|день рождения|др|дата народження|день народження|生日|出生日期"),
    SEX("sex", EnumSet.of(CUSTOMERS), "sex|gender|пол|стать|性别"),
    CREATED_AT(
            "createdAt",
            EnumSet.of(CUSTOMERS),
            "created at|created|registered at|registered|registration date|signup date|sign up date|date created|joined|дата регистрации|зарегистрирован|дата создания|создан|дата реєстрації|зареєстрований|дата створення|створено|注册时间|注册日期|创建时间"),
    EMAIL_CONSENT(
            "emailConsent",
            EnumSet.of(CUSTOMERS),
            "email consent|consent email|consent|email opt in|opt in|marketing consent|accepts marketing|accepts email marketing|subscribed|newsletter|email subscribed|согласие на рассылку|согласие на email|согласие email|согласие|подписан|подписка|рассылка|згода на розсилку|згода на email|згода email|згода|підписаний|підписка|розсилка|邮件同意|同意邮件|同意接收邮件|邮件订阅|订阅|同意营销"),
    EMAIL_CONSENT_AT(
            "emailConsentAt",
            EnumSet.of(CUSTOMERS),
            "email consent at|consent at|consent date|email consent date|opt in date|subscribed at|дата согласия|дата подписки|дата згоди|дата підписки|同意时间|同意日期|订阅时间"),
    SMS_CONSENT(
            "smsConsent",
            EnumSet.of(CUSTOMERS),
            "sms consent|consent sms|sms opt in|accepts sms|accepts sms marketing|согласие на смс|согласие на sms|согласие sms|згода на смс|згода на sms|згода sms|短信同意|同意短信|同意接收短信|短信订阅"),
    SMS_CONSENT_AT(
            "smsConsentAt",
            EnumSet.of(CUSTOMERS),
            "sms consent at|sms consent date|дата согласия на смс|дата згоди на смс|短信同意时间"),
    UNSUBSCRIBED(
            "unsubscribed",
            EnumSet.of(CUSTOMERS),
            "unsubscribed|opt out|opted out|do not contact|do not email|email opt out|has opted out|отписан|отписался|отказ от рассылки|не беспокоить|відписаний|відписався|відмова від розсилки|не турбувати|已退订|退订|拒收"),
    OWNER(
            "owner",
            EnumSet.of(CUSTOMERS),
            "owner|owner email|account manager|account owner|responsible|assigned to|ответственный|ответственный менеджер|менеджер|владелец|відповідальний|відповідальний менеджер|менеджер|власник|负责人|客户经理|所有者"),
    ATTRIBUTE("attribute", EnumSet.of(CUSTOMERS), ""),
    ORDER_ID(
            "orderId",
            EnumSet.of(ORDERS, LINES, PAYMENTS),
            "order id|order|order number|order no|order code|invoice|invoice no|invoice number|receipt|receipt number|transaction id|basket id|check number|номер заказа|заказ|id заказа|код заказа|номер чека|чек|номер замовлення|замовлення|id замовлення|код замовлення|订单号|订单编号|订单id|单号|交易号"),
    PLACED_AT(
            "placedAt",
            EnumSet.of(ORDERS),
            "ordered at|placed at|date|order date|purchase date|created at|order time|invoice date|transaction date|transaction timestamp|timestamp|datetime|time|purchased at|order purchase timestamp|дата|дата заказа|дата покупки|дата продажи|время заказа|дата замовлення|дата покупки|дата продажу|час замовлення|下单时间|订单时间|订单日期|日期|购买时间|购买日期|交易时间"),
    TOTAL(
            "total",
            EnumSet.of(ORDERS),
            "total|order total|total amount|grand total|amount|sum|order amount|order sum|order value|total price|sales|revenue|сумма|сумма заказа|итого|всего|сумма чека|стоимость заказа|сума|сума замовлення|разом|усього|всього|вартість замовлення|总额|订单金额|总金额|金额|合计|实付金额|订单总额"),
    CURRENCY("currency", EnumSet.of(ORDERS, PRODUCTS), "currency|currency code|валюта|货币|币种"),
    STATUS(
            "status",
            EnumSet.of(ORDERS),
            "status|order status|state|order state|статус|статус заказа|состояние|статус замовлення|стан|状态|订单状态"),
    SHIPPING(
            "shipping",
            EnumSet.of(ORDERS, LINES),
            "shipping|shipping cost|shipping amount|delivery|delivery cost|delivery price|freight|freight value|доставка|стоимость доставки|вартість доставки|运费|配送费|邮费"),
    REFUNDED(
            "refunded",
            EnumSet.of(ORDERS),
            "refund|refunded|refund amount|refunded amount|возврат|сумма возврата|повернення|сума повернення|退款|退款金额"),
    PAYMENT_METHOD(
            "paymentMethod",
            EnumSet.of(ORDERS, PAYMENTS),
            "payment method|payment|payment type|paid by|способ оплаты|оплата|метод оплаты|вид оплаты|спосіб оплати|метод оплати|支付方式|付款方式"),
    PRODUCT_ID(
            "productId",
            EnumSet.of(ORDERS, LINES, PRODUCTS),
            "product id|sku|item id|product code|article|stock code|stockcode|item code|артикул|код товара|id товара|код товару|id товару|商品编号|商品id|货号|产品编号"),
    PRODUCT_NAME(
            "productName",
            EnumSet.of(ORDERS, LINES, PRODUCTS),
            "product|product name|item|item name|description|товар|название товара|наименование|наименование товара|номенклатура|назва товару|найменування|найменування товару|商品|商品名称|产品|产品名称"),
    CATEGORY(
            "category",
            EnumSet.of(ORDERS, LINES, PRODUCTS),
            "category|product category|product category name|product type|department|категория|категория товара|категорія|категорія товару|类别|分类|商品分类|品类"),
    BRAND(
            "brand",
            EnumSet.of(ORDERS, LINES, PRODUCTS),
            "brand|vendor|manufacturer|бренд|марка|производитель|виробник|品牌"),
    QUANTITY(
            "quantity",
            EnumSet.of(ORDERS, LINES),
            "quantity|qty|count|units|pieces|items|количество|кол во|кол|шт|штук|кількість|к сть|к ть|数量|件数"),
    LINE_AMOUNT(
            "lineAmount",
            EnumSet.of(ORDERS, LINES),
            "line amount|line total|line sum|item total|item amount|subtotal|row total|sales value|сумма строки|сумма позиции|стоимость позиции|сумма по товару|сума рядка|сума позиції|вартість позиції|行金额|小计|商品金额|明细金额"),
    LINE_NO(
            "lineNo",
            EnumSet.of(LINES, PAYMENTS),
            "line no|line number|item number|order item id|position|row no|payment no|payment number|payment sequential|номер строки|позиция|номер позиции|номер платежа|номер рядка|позиція|номер платежу|行号|序号"),
    PAID(
            "paid",
            EnumSet.of(PAYMENTS),
            "paid|amount|sum|payment value|payment amount|amount paid|value|total|сумма|сумма платежа|оплачено|сума|сума платежу|сплачено|金额|支付金额|付款金额"),
    PRICE(
            "price",
            EnumSet.of(PRODUCTS),
            "price|unit price|list price|retail price|цена|розничная цена|ціна|роздрібна ціна|价格|单价|售价"),
    REASON(
            "reason",
            EnumSet.of(SUPPRESSIONS),
            "reason|cause|type|note|comment|причина|примечание|комментарий|примітка|коментар|原因|备注");

    private final String key;
    private final Set<ImportKind> kinds;
    private final Set<String> names;

    ImportField(String key, Set<ImportKind> kinds, String names) {
        this.key = key;
        this.kinds = kinds;
        this.names = Stream.concat(Stream.of(ColumnName.normal(key)), Arrays.stream(names.split("\\|")))
                .map(ColumnName::normal)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static final Map<String, ImportField> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ImportField::key, field -> field));

    /** Names the field in mappings; the screens translate {@code fields.<key>}. */
    String key() {
        return key;
    }

    boolean of(ImportKind kind) {
        return kinds.contains(kind);
    }

    boolean called(String normalName) {
        return names.contains(normalName);
    }

    Set<String> names() {
        return names;
    }

    static Optional<ImportField> byKey(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    static List<ImportField> all(ImportKind kind) {
        return Arrays.stream(values()).filter(field -> field.of(kind)).toList();
    }
}
