package regulars.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MailCompilerTest {
    @Test
    void movesStylesOntoElementsAndKeepsMediaQueries() {
        var html = html("""
                <style>p { color: red; margin: 0 } .big { font-size: 20px } p.big { color: green } a:hover { color: blue }
                @media (max-width: 600px) { .big { font-size: 16px } } @import url(https://x.example/a.css);</style>
                <p class="big" style="margin: 4px">x</p>""");

        assertThat(html)
                .contains("<p class=\"big\" style=\"font-size: 20px; color: green; margin: 4px\">")
                .contains("@media (max-width: 600px)")
                .contains("a:hover")
                .doesNotContain("@import");
    }

    @Test
    void anImportantRuleWinsOverTheElementsOwnStyle() {
        assertThat(html("<style>p{color:red!important}</style><p style='color:green'>x</p>"))
                .contains("style=\"color: red!important\"");
    }

    @Test
    void compilesMjmlAndLeavesLiquidWhereItStood() {
        var body = """
                <mjml><mj-head><mj-style inline="inline">.note { color: #123456 }</mj-style></mj-head><mj-body><mj-section><mj-column>
                <mj-raw>{% if customer.vip %}</mj-raw><mj-text>Dear <b class="note">{{ customer.first_name | default: "friend" }}</b></mj-text>
                <mj-raw>{% endif %}</mj-raw><mj-button href="https://shop.example/{{ customer.id }}">Go</mj-button>
                </mj-column></mj-section></mj-body></mjml>""";
        var template = new CompiledTemplate(null, draft(body, TemplateFormat.MJML));

        var vip = template.render(Map.of("customer", Map.of("vip", true, "id", 7)), Rendering.untracked("USD"));
        var other = template.render(Map.of("customer", Map.of("id", 7)), Rendering.untracked("USD"));

        assertThat(vip.html()).as("no call to a foreign host").doesNotContain("fonts.googleapis");
        assertThat(vip.html()).contains("friend").contains("color: #123456").contains("https://shop.example/7");
        assertThat(vip.text()).contains("Dear friend").contains("Go (https://shop.example/7)");
        assertThat(other.html()).doesNotContain("friend").contains("Go");
    }

    @Test
    void liquidBetweenMjmlSectionsGoverns() {
        var body =
                "<mjml><mj-body>{% if vip %}<mj-section><mj-column><mj-text>x1</mj-text></mj-column></mj-section>{% endif %}</mj-body></mjml>";
        var template = new CompiledTemplate(null, draft(body, TemplateFormat.MJML));

        assertThat(template.render(Map.of("vip", true), Rendering.untracked("USD"))
                        .html())
                .contains("x1");
        assertThat(template.render(Map.of(), Rendering.untracked("USD")).html()).doesNotContain("x1");
    }

    @Test
    void readsTheTextPartOffTheBody() {
        var text = template(
                        "<h1>Sale</h1><p>Dear {{ n }},<br>all   is\n cheap.</p><ul><li>one</li><li>two</li></ul>"
                                + "<p><a href=\"https://a.example\">Shop</a> <img src=x alt=\"Logo\"></p><div style=\"display:none\">hidden</div>")
                .render(Map.of("n", "Bo"), Rendering.untracked("USD"))
                .text();

        assertThat(text)
                .isEqualTo("Sale\n\nDear Bo,\nall is cheap.\n\n- one\n- two\n\nShop (https://a.example) Logo\n");
    }

    @Test
    void warnsOfWhatAnExperiencedSenderWouldSee() {
        var codes = template("<img src=a><a href=\"http://x.example\">x</a><a href=\"/here\">y</a>{{ custmer.name }}")
                .warnings()
                .stream()
                .map(TemplateWarning::code)
                .toList();
        var clean =
                template("<p>{{ customer.first_name }}</p><a href=\"{{ unsubscribe_url }}\">u</a>").warnings().stream()
                        .map(TemplateWarning::code)
                        .toList();

        assertThat(codes)
                .contains(
                        TemplateWarning.Code.MISSING_ALT,
                        TemplateWarning.Code.INSECURE_LINKS,
                        TemplateWarning.Code.RELATIVE_LINKS,
                        TemplateWarning.Code.UNKNOWN_VARIABLE,
                        TemplateWarning.Code.NO_UNSUBSCRIBE_LINK);
        assertThat(clean).containsExactly(TemplateWarning.Code.NO_PREHEADER);
    }

    private static String html(String body) {
        return template(body).render(Map.of(), Rendering.untracked("USD")).html();
    }

    private static CompiledTemplate template(String body) {
        return new CompiledTemplate(null, draft(body, TemplateFormat.HTML));
    }

    private static TemplateDraft draft(String body, TemplateFormat format) {
        return new TemplateDraft("T", MessageType.PROMOTION, "en", "s", "", format, body, null);
    }
}
