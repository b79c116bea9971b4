package regulars.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import regulars.kernel.Fault;

class TemplateRenderingTest {
    private static final Rendering PLAIN = Rendering.untracked("USD");

    @Test
    void putsTheCustomerIntoEveryPart() {
        var template = template(
                "Hi {{ customer.first_name }}", "<p>Dear {{ customer.first_name }}, {{ orders.total | money }}</p>");

        var message = template.render(model("Olena"), PLAIN);

        assertThat(message.subject()).isEqualTo("Hi Olena");
        assertThat(message.preheader()).isEqualTo("For Olena");
        assertThat(message.html()).contains("<p>Dear Olena, $1,234.50</p>").contains("For Olena");
        assertThat(message.text()).isEqualTo("Dear Olena, $1,234.50\n");
    }

    @Test
    void anUnknownNameIsEmptyAndADefaultTakesItsPlace() {
        var template = template(
                "{{ nobody.knows.this }}!", "<p>[{{ customer.nick }}] {{ customer.nick | default: 'friend' }}</p>");

        var message = template.render(model("Olena"), PLAIN);

        assertThat(message.subject()).isEqualTo("!");
        assertThat(message.html()).contains("[] friend");
    }

    @Test
    void divisionByZeroAndTextInPlaceOfANumberGiveNothing() {
        var template = template(
                "s",
                "<p>[{{ 10 | divided_by: 0 }}][{{ 'x' | plus: 'abc' }}][{{ 7 | modulo: 0 | default: 'none' }}]</p>");

        assertThat(template.render(model("a"), PLAIN).html()).contains("[][").contains("[none]");
    }

    @Test
    void customersValuesNeverBecomeMarkup() {
        var template = template("s", "<p title=\"{{ customer.first_name }}\">{{ customer.first_name }}</p>");

        var html = template.render(model("<script>alert('x')</script>\" onclick=\"x"), PLAIN)
                .html();

        assertThat(html)
                .doesNotContain("<script")
                .doesNotContain("\" onclick=\"x\"")
                .contains("&lt;script&gt;");
    }

    @Test
    void markupOfTheAuthorsOwnCanBeLetThrough() {
        var template = template("s", "{% capture box %}<b>sale</b>{% endcapture %}<p>{{ box | raw }}</p>");

        assertThat(template.render(model("a"), PLAIN).html()).contains("<p><b>sale</b></p>");
    }

    @Test
    void rowsOfATableCanBeRepeatedAndConditionsStandBetweenTags() {
        var body =
                "<table>{% for n in numbers %}<tr>{% if n > 1 %}<td>{{ n }}</td>{% endif %}</tr>{% endfor %}</table>";

        var html = template("s", body).render(model("a"), PLAIN).html();

        assertThat(html.replaceAll("\\s", ""))
                .contains("<table><tbody><tr></tr><tr><td>2</td></tr><tr><td>3</td></tr></tbody></table>");
    }

    @Test
    void linksAreNumberedAndHandedToTheTracker() {
        var body = "<a href=\"https://shop.example/?a=1&amp;who={{ customer.first_name | url_encode }}\">one</a>"
                + "<a href=\"mailto:a@b.example\">two</a><a href=\"{{ unsubscribe_url }}\">three</a>";
        var rendering = new Rendering(
                (number, url) -> "https://t.example/" + number + "?u=" + url, "https://t.example/o", "USD");

        var message = template("s", body).render(model("A & B"), rendering);

        assertThat(message.html())
                .contains("href=\"https://t.example/1?u=https://shop.example/?a=1&amp;who=A+%26+B\"")
                .contains("href=\"mailto:a@b.example\"")
                .contains("href=\"https://t.example/3?u=https://shop.example/u\"")
                .contains("<img src=\"https://t.example/o\"");
        assertThat(message.text()).contains("one (https://t.example/1?u=https://shop.example/?a=1&who=A+%26+B)");
    }

    @Test
    void aCustomersValueCannotMakeALinkOfAScript() {
        var message = template("s", "<a href=\"{{ customer.first_name }}\">x</a>")
                .render(model("java\nscript:alert(1)"), PLAIN);

        assertThat(message.html()).contains("<a href=\"#\">x</a>");
    }

    @Test
    void aSubjectStaysOneLine() {
        var message = template("Hi {{ customer.first_name }}", "<p>x</p>")
                .render(model("A\r\nBcc: all@example.org\u2028x"), PLAIN);

        assertThat(message.subject()).isEqualTo("Hi A Bcc: all@example.org x");
    }

    @Test
    void faultsNameThePartAndTheLineOfTheSource() {
        assertThatThrownBy(() -> template("s", "<p>\n\n{{ customer.first_name | frobnicate }}</p>"))
                .isInstanceOfSatisfying(Fault.class, fault -> {
                    assertThat(fault.code()).isEqualTo(ContentFault.TEMPLATE_INVALID);
                    assertThat(fault.params()).containsEntry("line", 3).containsEntry("part", "body");
                });
        assertThatThrownBy(() -> template("s", "<p>a</p>\n{% if customer.first_name == %}{% endif %}")
                        .render(model("a"), PLAIN))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.params()).containsEntry("line", 2));
        assertThatThrownBy(() -> template(
                                "s",
                                "\n{% for a in (1..200) %}\n{% for b in (1..200) %}{{ b }}{% endfor %}{% endfor %}")
                        .render(model("a"), PLAIN))
                .isInstanceOfSatisfying(Fault.class, fault -> {
                    assertThat(fault.code()).isEqualTo(ContentFault.TEMPLATE_FAILS);
                    assertThat(fault.params()).containsEntry("line", 3);
                });
    }

    @Test
    void manyThreadsRenderOneTemplateWithoutMixingPeople() throws Exception {
        var template = template(
                "{{ customer.first_name }}",
                "{% assign n = 'first_name' %}<p>{{ customer[n] }} {{ customer.first_name | upcase }}</p>");
        List<Callable<Boolean>> calls = IntStream.range(0, 4_000)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    var message = template.render(model("n" + i), PLAIN);
                    return message.subject().equals("n" + i) && message.html().contains("<p>n" + i + " N" + i + "</p>");
                })
                .toList();

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var call : threads.invokeAll(calls)) assertThat(call.get()).isTrue();
        }
    }

    private static CompiledTemplate template(String subject, String body) {
        return new CompiledTemplate(
                null,
                new TemplateDraft(
                        "T",
                        MessageType.PROMOTION,
                        "en",
                        subject,
                        "For {{ customer.first_name }}",
                        TemplateFormat.HTML,
                        body,
                        null));
    }

    private static Map<String, Object> model(String name) {
        return new HashMap<>(Map.of(
                "customer", Map.of("first_name", name),
                "orders", Map.of("total", new java.math.BigDecimal("1234.50")),
                "numbers", List.of(1, 2, 3),
                "unsubscribe_url", "https://shop.example/u"));
    }
}
