package regulars.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import regulars.kernel.Fault;

class TemplateAttacksTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% include '/etc/passwd' %}",
                "{% include_relative '/etc/passwd' %}",
                "{% render '/etc/passwd' %}",
                "{% layout 'x' %}",
                "{% at_line 1 %}",
                "{% link_to 1 %}x{% endlink_to %}",
                "{{ 'x' | html_output }}",
                "{{ '1' | where_exp: 'x', 'x' }}",
                "{{ 'x' | absolute_url }}",
                "{{ 'x' | json }}",
                "{% frob %}",
                "{% if a %}",
                "{% endif %}",
                "{% for a in b %}{% endif %}",
                "{{ a",
                "{% raw %}"
            })
    void refusesWhatATemplateHasNoBusinessWith(String body) {
        assertThatThrownBy(() -> render(body))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(ContentFault.TEMPLATE_INVALID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for i in (1..1000000000) %}x{% endfor %}",
                "{% for i in (1..9000) %}{% for j in (1..9000) %}{% endfor %}{% endfor %}",
                "{% assign s = 'xxxxxxxxxx' %}{% for i in (1..60) %}{% assign s = s | append: s %}{% endfor %}",
                "{% assign s = 'xxxxxxxxxx' %}{% for i in (1..60) %}{% assign s = s | prepend: s %}{% endfor %}",
                "{% assign s = 'xxxxxxxxxx' %}{% for i in (1..60) %}{% assign s = s | replace: 'x', s %}{% endfor %}",
                "{% assign s = 'xxxxxxxxxx' %}{% for i in (1..60) %}{% assign s = s | replace: '', s %}{% endfor %}",
                "{% assign l = 'a,b,c' | split: ',' %}{% for i in (1..60) %}{% assign l = l | concat: l %}{% endfor %}",
                "{% assign l = 'a,b,c' | split: ',' %}{% for i in (1..60) %}{% assign s = l | join: s %}{% assign l = s | split: '' %}{% endfor %}",
                "{% assign s = 'xxxxxxxxxx' %}{% for i in (1..60) %}{% capture s %}{{ s }}{{ s }}{% endcapture %}{% endfor %}",
                "{% assign n = 99999.5 %}{% for i in (1..60) %}{% assign n = n | times: n %}{% endfor %}",
                "{{ 1.5 | round: 99999999 }}",
                "{{ 'now' | date: '%99999999d' }}",
                "{% for i in (1..9000) %}0123456789012345678901234567890123456789012345678901234567890123456789"
                        + "0123456789012345678901234567890123456789012345678901234567890123456789{% endfor %}"
            })
    void stopsWhatGrowsWithoutEnd(String body) {
        long started = System.nanoTime();

        assertThatThrownBy(() -> render(body))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(ContentFault.TEMPLATE_FAILS));

        assertThat(System.nanoTime() - started).isLessThan(10_000_000_000L);
    }

    @Test
    void refusesDeepNestingAndEndlessSources() {
        assertThatThrownBy(() -> render("{% if a %}".repeat(5000) + "{% endif %}".repeat(5000)))
                .isInstanceOf(Fault.class);
        assertThatThrownBy(() -> render("x".repeat(400_000))).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> render("{{ a }}".repeat(6_000))).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> render("{{ " + "a.".repeat(1000) + "a }}")).isInstanceOf(Fault.class);
    }

    @Test
    void stripsScriptsAndFramesFromBothLanguages() {
        var html = render("<p onclick='x()'>a</p><script>evil()</script><iframe src='https://x.example'></iframe>"
                + "<a href='java\tscript:evil()'>b</a><link rel=stylesheet href='https://x.example/a.css'>");
        var mjml = new CompiledTemplate(
                null,
                draft(
                        "<mjml><mj-body><mj-raw><script>evil()</script></mj-raw><mj-section><mj-column><mj-text>hello</mj-text>"
                                + "</mj-column></mj-section></mj-body></mjml>",
                        TemplateFormat.MJML));

        assertThat(html)
                .doesNotContain("script")
                .doesNotContain("iframe")
                .doesNotContain("onclick")
                .doesNotContain("x.example");
        assertThat(mjml.render(Map.of(), Rendering.untracked("USD")).html())
                .contains("hello")
                .doesNotContain("evil");
        assertThat(mjml.warnings()).anyMatch(warning -> warning.code() == TemplateWarning.Code.SCRIPT_REMOVED);
    }

    @Test
    void mjmlIncludesReadNoFile() {
        var body = "<mjml><mj-body><mj-include path=\"/etc/passwd\" type=\"html\"/></mj-body></mjml>";

        try {
            assertThat(new CompiledTemplate(null, draft(body, TemplateFormat.MJML))
                            .render(Map.of(), Rendering.untracked("USD"))
                            .html())
                    .doesNotContain("root:");
        } catch (Fault refused) {
            assertThat(refused.code()).isEqualTo(ContentFault.TEMPLATE_INVALID);
        }
    }

    @Property(tries = 300)
    void anySourceIsRenderedOrRefusedWithAFault(@ForAll @StringLength(max = 60) String noise) {
        for (String body : new String[] {
            noise, "{{ " + noise + " }}", "{% if " + noise + " %}x{% endif %}", "<p " + noise + ">{{ a }}</p>"
        }) {
            try {
                render(body);
            } catch (Fault refused) {
                assertThat(refused.code()).isIn(ContentFault.TEMPLATE_INVALID, ContentFault.TEMPLATE_FAILS);
            }
        }
    }

    @Property(tries = 200)
    void anyValueStaysText(@ForAll @StringLength(max = 40) String value) {
        var template = new CompiledTemplate(null, draft("<p>{{ v }}</p>", TemplateFormat.HTML));

        var html =
                template.render(Map.of("v", value), Rendering.untracked("USD")).html();

        String shown = html.substring(html.indexOf("<p>") + 3, html.indexOf("</p>"));
        assertThat(shown).doesNotContain("<").doesNotContain("\"");
    }

    private static String render(String body) {
        return new CompiledTemplate(null, draft(body, TemplateFormat.HTML))
                .render(Map.of(), Rendering.untracked("USD"))
                .html();
    }

    private static TemplateDraft draft(String body, TemplateFormat format) {
        return new TemplateDraft("T", MessageType.PROMOTION, "en", "s", "", format, body, null);
    }
}
