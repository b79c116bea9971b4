package e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** What somebody does who keeps the base true: reads what an import left out, mends a card, takes it back. */
record Keeper(Visitor visitor) {
    /** The rows that the import on the screen did not take: line, column, value and cause of each. */
    Locator leftOut() {
        return page().getByRole(AriaRole.TABLE, named("sources:problems.title"))
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHas(page().getByRole(AriaRole.CELL)));
    }

    Path errorFile() {
        Download download = page().waitForDownload(
                        () -> visitor.link("sources:problems.download").click());
        return download.path();
    }

    /** Types a part of what is known of somebody and opens the one card that is found. */
    void find(String part, String name) {
        visitor.open("/customers");
        visitor.field("customers:list.search").fill(part);
        var rows = page().getByRole(AriaRole.TABLE).getByRole(AriaRole.LINK);
        assertThat(rows).hasCount(1);
        rows.click();
        assertThat(heading()).hasText(name);
    }

    void changeCity(String city) {
        visitor.button("customers:edit.title").click();
        visitor.field("customers:input.city").fill(city);
        visitor.button("shared:save").click();
        assertThat(text(city)).isVisible();
    }

    void undo() {
        visitor.button("shared:undo").click();
    }

    void tag(String name) {
        visitor.field("customers:tags.add").fill(name);
        visitor.field("customers:tags.add").press("Enter");
        assertThat(text(name)).isVisible();
    }

    void note(String text) {
        visitor.field("customers:notes.add").fill(text);
        visitor.button("customers:notes.keep").click();
        assertThat(text(text)).isVisible();
    }

    Locator text(String text) {
        return page().getByText(text, exactly()).first();
    }

    Locator heading() {
        return page().locator("h1");
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private Page.GetByRoleOptions named(String key) {
        return new Page.GetByRoleOptions().setName(visitor.texts().say(key));
    }

    private Page page() {
        return visitor.page();
    }
}
