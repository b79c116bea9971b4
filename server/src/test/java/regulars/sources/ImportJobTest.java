package regulars.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static schema.commerce.Tables.ORDERS;
import static schema.commerce.Tables.ORDER_LINE;
import static schema.commerce.Tables.ORDER_STATUS_HISTORY;
import static schema.customers.Tables.CUSTOMER;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.consent.Channel;
import regulars.consent.Standing;
import regulars.kernel.Fault;
import regulars.kernel.Money;
import schema.customers.tables.records.CustomerRecord;

class ImportJobTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    @TempDir
    private static Path folder;

    private final ImportFixture room =
            new ImportFixture(POSTGRES, folder, new SettableClock(Instant.parse("2026-05-01T00:00:00Z")));

    @Test
    void takesCustomersAsPeopleWriteThem() {
        var stored = room.run("""
                Код клиента;Имя;Фамилия;Почта;Телефон;Страна;Дата рождения;Пол;Размер обуви;Постоянный
                ru-1;Анна;Иванова;Anna@Почта.рф;8 (912) 345-67-89;Россия;31.12.1990;Ж;38,5;да
                ru-2;;;bob@example.com;;Ukraine;;м;41;нет
                """, "Касса ru");

        assertThat(room.problems(stored)).isEmpty();
        var anna = customer("anna@xn--80a1acny.xn--p1ai");
        assertThat(anna.getFullName()).isEqualTo("Анна Иванова");
        assertThat(anna.getPhone()).isEqualTo("+79123456789");
        assertThat(anna.getCountry()).isEqualTo("RU");
        assertThat(anna.getBirthDate()).isEqualTo("1990-12-31");
        assertThat(anna.getSex()).isEqualTo("female");
        var recipient =
                room.customers.customers().recipients(List.of(anna.getNumber())).getFirst();
        assertThat(recipient.attributes().get("razmer_obuvi")).hasToString("38.5");
        assertThat(recipient.attributes().get("postoiannyi")).isEqualTo(true);
        assertThat(customer("bob@example.com").getCountry()).isEqualTo("UA");
    }

    @Test
    void keepsConsentsAndLetsAnOptOutWinInWhateverOrder() {
        room.run(
                "id,email,email_consent,unsubscribed\n1,yes@example.com,yes,\n2,no@example.com,no,\n3,silent@example.com,,\n4,out@example.com,yes,yes\n",
                "Consents");
        room.run("id,email,email_consent\n9,no@example.com,yes\n", "Another shop");

        assertThat(standing("yes@example.com")).isEqualTo(Standing.GRANTED);
        assertThat(standing("no@example.com")).isEqualTo(Standing.WITHDRAWN);
        assertThat(standing("silent@example.com")).isEqualTo(Standing.ABSENT);
        assertThat(standing("out@example.com")).isEqualTo(Standing.SUPPRESSED);
    }

    @Test
    void takesNoConsentForGivenThatCannotBeReadAndRefusesARowWhoseStopCannotBe() {
        room.run("id,email,email_consent\n1,given@doubt.example.com,yes\n", "Before");
        var whole = new NewImportFile.FileConsent(List.of("email"), "On the form", null);

        var done = room.run(
                "id,email,email_consent,email_consent_at,unsubscribed\n"
                        + "1,maybe@doubt.example.com,maybe,,\n"
                        + "2,undated@doubt.example.com,yes,some day,\n"
                        + "3,given@doubt.example.com,no,some day,\n"
                        + "4,stop@doubt.example.com,yes,,perhaps\n"
                        + "5,silent@doubt.example.com,,,\n",
                "Doubts",
                request -> ImportFixture.with(request, null, whole));

        assertThat(done.getRejected()).isEqualTo(1);
        assertThat(done.getCellsLeftOut()).isEqualTo(3);
        assertThat(standing("maybe@doubt.example.com")).isEqualTo(Standing.ABSENT);
        assertThat(standing("undated@doubt.example.com")).isEqualTo(Standing.ABSENT);
        assertThat(standing("given@doubt.example.com")).isEqualTo(Standing.WITHDRAWN);
        assertThat(standing("silent@doubt.example.com")).isEqualTo(Standing.GRANTED);
        assertThat(room.dsl.fetchCount(CUSTOMER, CUSTOMER.EMAIL.eq("stop@doubt.example.com")))
                .isZero();
    }

    @Test
    void provesTheConsentOfAWholeFileWithItsWords() {
        var consent = new NewImportFile.FileConsent(
                List.of("email"), "Paper form of the fair, box 3", Instant.parse("2025-06-01T00:00:00Z"));
        room.run(
                "id,email,unsubscribed\n1,fair@example.com,\n2,left@example.com,yes\n",
                "Fair",
                request -> ImportFixture.with(request, null, consent));

        assertThat(standing("fair@example.com")).isEqualTo(Standing.GRANTED);
        assertThat(standing("left@example.com")).isEqualTo(Standing.SUPPRESSED);
        var proof = room.dsl
                .resultQuery(
                        "select t.body, e.given_at::text given from consent.evidence e join consent.text_version t on t.id = e.text_version_id where e.address = 'fair@example.com'")
                .fetchSingle();
        assertThat(proof.get("body")).isEqualTo("Paper form of the fair, box 3");
    }

    @Test
    void makesOneOrderOfItsLinesAndAppendsItsHistory() {
        var file = "order_id,customer_id,date,status,total,shipping,product_id,product,quantity,line_amount,refund\n"
                + "A1,c1,2026-01-05,paid,30.00,5,p1,Tea,2,20.00,\n"
                + "A1,c1,2026-01-05,paid,30.00,5,p2,Cup,1,5.00,\n"
                + "A2,c1,2026-02-05 10:30,cancelled,7.00,,p1,Tea,1,7.00,\n"
                + "A3,c2,2026-02-06,completed,9.00,,p1,Tea,1,9.00,4.00\n";
        var first = room.run(file, "Lines", request -> ImportFixture.with(request, "USD", Map.of()));

        assertThat(first.getCreated()).isEqualTo(3);
        assertThat(first.getCustomers()).isEqualTo(2);
        assertThat(ImportStore.money(first)).containsExactly(new Money(4600, "USD"));
        var order =
                room.dsl.selectFrom(ORDERS).where(ORDERS.EXTERNAL_ID.eq("A1")).fetchSingle();
        assertThat(order.getRevenueMinor()).isEqualTo(2500);
        assertThat(order.getDateOnly()).isTrue();
        assertThat(room.dsl.fetchCount(ORDER_LINE, ORDER_LINE.ORDER_NUMBER.eq(order.getNumber())))
                .isEqualTo(2);
        assertThat(revenue("A2")).isZero();
        assertThat(revenue("A3")).isEqualTo(500);

        var before = room.rows();
        assertThat(room.run(file, "Lines", request -> ImportFixture.with(request, "USD", Map.of()))
                        .getUnchanged())
                .isEqualTo(3);
        assertThat(room.rows()).isEqualTo(before);

        room.clock.advance(Duration.ofDays(1));
        var later = room.run(
                file.replace("cancelled", "delivered"),
                "Lines",
                request -> ImportFixture.with(request, "USD", Map.of()));
        assertThat(later.getUpdated()).isEqualTo(1);
        assertThat(revenue("A2")).isEqualTo(700);
        var history = room.dsl
                .select(ORDER_STATUS_HISTORY.STATUS)
                .from(ORDER_STATUS_HISTORY)
                .join(ORDERS)
                .on(ORDERS.NUMBER.eq(ORDER_STATUS_HISTORY.ORDER_NUMBER))
                .where(ORDERS.EXTERNAL_ID.eq("A2"))
                .orderBy(ORDER_STATUS_HISTORY.ID)
                .fetch(ORDER_STATUS_HISTORY.STATUS);
        assertThat(history).containsExactly("cancelled", "delivered");
    }

    @Test
    void tellsEachErrorWithLineColumnValueAndCause() {
        var stored = room.run(
                "customer_id,email,date,total,status\n"
                        + "e1,,2026-01-01,10.00,paid\n"
                        + "e2,not an address,2026-01-01,10.00,paid\n"
                        + "e3,,2026-02-30,10.00,paid\n"
                        + "e4,,2026-01-01,ten,paid\n"
                        + "e5,,2026-01-01,10.00,teleported\n"
                        + "e6,,2026-01-01\n"
                        + "\"e7\"x,,2026-01-01,10.00,paid\n"
                        + ",,2026-01-01,10.00,paid\n"
                        + "e9,,,10.00,paid\n"
                        + "e10,,2026-01-01,,paid\n"
                        + "e11,,2026-01-02,11.00,paid\n",
                "Errors",
                request -> ImportFixture.with(request, "USD", Map.of()));

        assertThat(stored.getRowsRead()).isEqualTo(11);
        assertThat(stored.getCreated()).isEqualTo(2);
        assertThat(stored.getRejected()).isEqualTo(9);
        assertThat(room.problems(stored))
                .extracting(problem ->
                        problem.line() + " " + problem.column() + " " + problem.value() + " " + problem.code())
                .containsExactly(
                        "3 email not an address EMAIL_INVALID",
                        "4 date 2026-02-30 DATE_INVALID",
                        "5 total ten NUMBER_INVALID",
                        "6 status teleported STATUS_UNKNOWN",
                        "7 null e6 |  | 2026-01-01 ROW_COLUMNS_WRONG",
                        "8 null null ROW_MALFORMED",
                        "9 customer_id null CUSTOMER_UNNAMED",
                        "10 date null ORDER_DATE_MISSING",
                        "11 total null ORDER_TOTAL_MISSING");
        assertThat(room.problems(stored))
                .allSatisfy(problem -> assertThat(problem.detail()).contains(": "));
    }

    @Test
    void refusesAnOrderWhoseRowsDisagree() {
        var stored = room.run(
                "order_id,customer_id,date,total\nD1,d1,2026-01-01,10\nD1,d1,2026-01-01,12\nD1,d2,2026-01-01,10\n",
                "Disagree",
                request -> ImportFixture.with(request, "USD", Map.of()));

        assertThat(room.problems(stored))
                .extracting(RowProblem::code)
                .containsExactly("ORDER_TOTAL_CONFLICT", "ORDER_CUSTOMER_CONFLICT");
        assertThat(room.problems(stored).getFirst().params()).containsEntry("line", 2);
    }

    @Test
    void takesAwayTheApostropheThatOurExportsPutBeforeWhatASpreadsheetWouldRun() {
        room.run("id,email,phone,first name\n1,a@guard.example.com,'+380671112233,'=Sum\n", "Guarded");
        room.run("id,email,first name\n2,b@guard.example.com,''-x\n3,c@guard.example.com,'Auly\n", "Guarded");

        assertThat(customer("a@guard.example.com").getPhone()).isEqualTo("+380671112233");
        assertThat(customer("a@guard.example.com").getGivenName()).isEqualTo("=Sum");
        assertThat(customer("b@guard.example.com").getGivenName()).isEqualTo("'-x");
        assertThat(customer("c@guard.example.com").getGivenName()).isEqualTo("'Auly");
    }

    @Test
    void refusesFilesThatAreNoTables() {
        assertFault(() -> room.upload(""), SourcesFault.FILE_EMPTY);
        assertFault(() -> room.upload("a,b\n\0\0\0,1\n"), SourcesFault.FILE_NOT_TEXT);
        assertFault(() -> room.upload("x".repeat(2 << 20)), SourcesFault.FILE_BROKEN);
        assertFault(() -> room.upload("%PDF-1.7\n" + "0000000015 00000 n\n".repeat(100)), SourcesFault.FILE_NOT_TEXT);
        assertFault(
                () -> room.upload("c;".repeat(4_999) + "c\n" + "1;".repeat(4_999) + "1\n"),
                SourcesFault.FILE_COLUMNS_TOO_MANY);
        assertThat(room.upload(new java.io.ByteArrayInputStream(
                                "имя,email\nя,a@b.com\n".getBytes(StandardCharsets.UTF_8)))
                        .header())
                .containsExactly("имя", "email");
    }

    /** In UTF-8 and in another encoding. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1251"})
    void aZeroByteCostsItsRow(String encoding) {
        var csv = new StringBuilder("id,имя\n");
        for (int i = 0; i < 200; i++)
            csv.append("zero-").append(i).append(",Оксана").append(i == 150 ? "\0\n" : "\n");
        var file = room.upload(
                new java.io.ByteArrayInputStream(csv.toString().getBytes(java.nio.charset.Charset.forName(encoding))));

        var done = room.tryOut(ImportFixture.suggested(file, "Zeros " + encoding));

        assertThat(done.getCreated()).isEqualTo(199);
        assertThat(room.problems(done)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("ROW_MALFORMED");
            assertThat(problem.line()).isEqualTo(152);
        });
    }

    @Test
    void refusesMappingsThatCannotRun() {
        var file = room.upload("id,colour\n1,red\n");
        assertFault(() -> room.add(request(file, List.of())), SourcesFault.MAPPING_INCOMPLETE);
        assertFault(
                () -> room.add(request(file, List.of(new ColumnMapping(7, "email", null)))),
                SourcesFault.MAPPING_INVALID);
        assertFault(
                () -> room.add(request(file, List.of(new ColumnMapping(0, "password", null)))),
                SourcesFault.MAPPING_INVALID);
        assertFault(
                () -> room.add(request(
                        file, List.of(new ColumnMapping(0, "email", null), new ColumnMapping(1, "email", null)))),
                SourcesFault.MAPPING_INVALID);
    }

    private static NewImportFile request(FilePreview file, List<ColumnMapping> mapping) {
        return new NewImportFile(
                file.fileId(), ImportKind.CUSTOMERS, "Mappings", mapping, null, null, null, null, null, null, null);
    }

    private CustomerRecord customer(String email) {
        return room.dsl.selectFrom(CUSTOMER).where(CUSTOMER.EMAIL.eq(email)).fetchSingle();
    }

    private Standing standing(String email) {
        return room.consents
                .standingNow(customer(email).getNumber(), email, Channel.EMAIL, "marketing")
                .standing();
    }

    private long revenue(String order) {
        return room.dsl
                .selectFrom(ORDERS)
                .where(ORDERS.EXTERNAL_ID.eq(order))
                .fetchSingle()
                .getRevenueMinor();
    }

    private static void assertFault(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, SourcesFault code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
