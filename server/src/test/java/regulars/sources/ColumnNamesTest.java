package regulars.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColumnNamesTest {
    @Test
    void knowsCustomersInEnglishAndChinese() {
        assertThat(customers(
                        "Customer_ID",
                        "firstName",
                        "LAST NAME",
                        "E-mail",
                        "Phone",
                        "Birth date",
                        "Gender",
                        "email_consent",
                        "Time zone"))
                .containsExactly(
                        "externalId",
                        "givenName",
                        "familyName",
                        "email",
                        "phone",
                        "birthDate",
                        "sex",
                        "emailConsent",
                        "zone");
        assertThat(customers("客户编号", "姓名", "邮箱", "手机号", "生日", "性别", "城市", "邮件订阅"))
                .containsExactly(
                        "externalId", "fullName", "email", "phone", "birthDate", "sex", "city", "emailConsent");
    }

    @Test
    void knowsCustomersInRussianAndUkrainian() {
        assertThat(customers(
                        "Код клиента",
                        "Имя",
                        "Фамилия",
                        "Отчество",
                        "Электронная почта",
                        "Телефон",
                        "Дата рождения",
                        "Пол",
                        "Город",
                        "Согласие на рассылку"))
                .containsExactly(
                        "externalId",
                        "givenName",
                        "familyName",
                        "middleName",
                        "email",
                        "phone",
                        "birthDate",
                        "sex",
                        "city",
                        "emailConsent");
        assertThat(customers(
                        "Код клієнта",
                        "Ім’я",
                        "Прізвище",
                        "По батькові",
                        "Пошта",
                        "Телефон",
                        "Дата народження",
                        "Стать",
                        "Місто",
                        "Згода на розсилку"))
                .containsExactly(
                        "externalId",
                        "givenName",
                        "familyName",
                        "middleName",
                        "email",
                        "phone",
                        "birthDate",
                        "sex",
                        "city",
                        "emailConsent");
    }

    @Test
    void knowsOrdersInFourLanguages() {
        assertThat(orders(
                        "order_id",
                        "customer_id",
                        "ordered_at",
                        "status",
                        "payment_method",
                        "currency",
                        "order_total",
                        "product_id",
                        "product",
                        "category",
                        "brand",
                        "quantity",
                        "line_amount"))
                .containsExactly(
                        "orderId",
                        "externalId",
                        "placedAt",
                        "status",
                        "paymentMethod",
                        "currency",
                        "total",
                        "productId",
                        "productName",
                        "category",
                        "brand",
                        "quantity",
                        "lineAmount");
        assertThat(orders(
                        "Номер заказа",
                        "Клиент",
                        "Дата заказа",
                        "Сумма, руб.",
                        "Статус",
                        "Артикул",
                        "Товар",
                        "Количество"))
                .containsExactly(
                        "orderId", "externalId", "placedAt", "total", "status", "productId", "productName", "quantity");
        assertThat(orders(
                        "Номер замовлення",
                        "Клієнт",
                        "Дата замовлення",
                        "Сума (грн)",
                        "Статус",
                        "Артикул",
                        "Товар",
                        "Кількість"))
                .containsExactly(
                        "orderId", "externalId", "placedAt", "total", "status", "productId", "productName", "quantity");
        assertThat(orders("订单号", "客户编号", "下单时间", "订单金额", "订单状态", "商品编号", "商品名称", "数量"))
                .containsExactly(
                        "orderId", "externalId", "placedAt", "total", "status", "productId", "productName", "quantity");
    }

    @Test
    void tellsOrdersFromCustomers() {
        assertThat(ColumnNames.kind(List.of("customer_id", "date", "cds", "amount_usd")))
                .isEqualTo(ImportKind.ORDERS);
        assertThat(ColumnNames.kind(List.of("id", "name", "email", "created_at")))
                .isEqualTo(ImportKind.CUSTOMERS);
    }

    @Test
    void givesAFieldToOneColumnAndLeavesTheUnknownOpen() {
        assertThat(customers("email", "mail", "favourite colour", "")).containsExactly("email", null, null, null);
    }

    @Test
    void hasNoNameForTwoFieldsOfAKind() {
        for (ImportKind kind : ImportKind.values()) {
            var owners = new HashMap<String, ImportField>();
            for (ImportField field : ImportField.all(kind)) {
                for (String name : field.names()) {
                    assertThat(owners.put(name, field)).as("%s, %s", kind, name).isNull();
                }
            }
        }
    }

    private static List<@Nullable String> customers(String... header) {
        return keys(ImportKind.CUSTOMERS, header);
    }

    private static List<@Nullable String> orders(String... header) {
        return keys(ImportKind.ORDERS, header);
    }

    private static List<@Nullable String> keys(ImportKind kind, String... header) {
        return ColumnNames.suggest(List.of(header), kind).stream()
                .<@Nullable String>map(field -> field == null ? null : field.key())
                .toList();
    }
}
