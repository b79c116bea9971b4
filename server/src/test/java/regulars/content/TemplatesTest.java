package regulars.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import regulars.SettableClock;
import regulars.TestPostgres;
import regulars.kernel.Actor;
import regulars.kernel.Fault;

class TemplatesTest {
    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final Templates templates = new Templates(new TemplateStore(POSTGRES.dsl()), clock);

    @Test
    void keepsEveryVersionWordForWord() {
        var first = templates.create(draft("one"), Actor.SYSTEM);
        clock.advance(Duration.ofMinutes(1));

        var second = templates.change(first.id(), 1, draft("two"), Actor.SYSTEM);

        assertThat(second.version()).isEqualTo(2);
        assertThat(templates.get(first.id()).draft().subject()).isEqualTo("two");
        assertThat(templates.get(first.id(), 1).draft().subject()).isEqualTo("one");
        assertThat(templates.compile(first.id(), 1).draft().subject()).isEqualTo("one");
        assertThat(second.updatedAt()).isAfter(second.createdAt());
    }

    @Test
    void doesNotOverwriteWhatSomebodyElseSaved() {
        var view = templates.create(draft("one"), Actor.SYSTEM);
        templates.change(view.id(), 1, draft("theirs"), Actor.SYSTEM);

        assertThatThrownBy(() -> templates.change(view.id(), 1, draft("mine"), Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(ContentFault.TEMPLATE_CHANGED));

        assertThat(templates.get(view.id()).draft().subject()).isEqualTo("theirs");
    }

    @Test
    void savesNothingThatCannotBeCompiled() {
        var broken = new TemplateDraft(
                "T", MessageType.PROMOTION, "en", "s", "", TemplateFormat.HTML, "{% include '/etc/passwd' %}", null);

        assertThatThrownBy(() -> templates.create(broken, Actor.SYSTEM)).isInstanceOf(Fault.class);

        assertThat(templates.page(null, null, false, 200))
                .noneMatch(view -> view.draft().body().contains("passwd"));
    }

    @Test
    void archivedTemplatesLeaveTheListAndComeBack() {
        var view = templates.create(draft("archive me"), Actor.SYSTEM);

        templates.archive(view.id(), true);

        assertThat(templates.page(null, null, false, 200))
                .noneMatch(one -> one.id().equals(view.id()));
        assertThat(templates.page(null, null, true, 200))
                .anyMatch(one -> one.id().equals(view.id()));
        assertThat(templates.archive(view.id(), false).archived()).isFalse();
    }

    @Test
    void everyStarterCompilesInEveryLanguage() {
        for (String language : new String[] {"en", "ru", "uk", "zh"}) {
            for (var starter : StarterTemplates.in(language)) {
                var template = templates.compile(starter.draft());
                assertThat(template.warnings())
                        .as(language + " " + starter.key())
                        .isEmpty();
            }
        }
    }

    @Test
    void aTemplateNobodyKnowsIsAFault() {
        assertThatThrownBy(() -> templates.get(UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(ContentFault.TEMPLATE_NOT_FOUND));
    }

    private static TemplateDraft draft(String subject) {
        return new TemplateDraft(
                "Template", MessageType.PROMOTION, "en", subject, "", TemplateFormat.HTML, "<p>x</p>", null);
    }
}
