package e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Somebody who makes a form, fills it in as a stranger would, and looks for the card of who did. */
record FormAuthor(Visitor visitor) {
    void publish(String name, String slug) {
        visitor.open("/forms/new");
        visitor.field("forms:fields.name").fill(name);
        visitor.field("forms:fields.slug").fill(slug);
        visitor.button("forms:new.create").click();
        var publish = visitor.button("forms:editor.publish");
        assertThat(publish).isEnabled();
        publish.click();
        assertThat(visitor.button("shared:copy")).isVisible();
    }

    /** On the page of the form, by its labels; the boxes are not ticked beforehand. */
    void fillIn(String slug, String email, String givenName) {
        visitor.open("/f/" + slug);
        var page = visitor.page();
        assertThat(page.locator("input[type=checkbox]:checked")).hasCount(0);
        page.locator("#rf-email").fill("no address");
        page.locator("#rf-given_name").fill(givenName);
        page.locator("#rf-box-processing").check();
        page.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("#rf-email")).hasAttribute("aria-invalid", "true");
        page.locator("#rf-email").fill(email);
        page.getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByRole(AriaRole.STATUS)).isVisible();
    }

    /** From the submissions of the form to the card. */
    void openTheLead(String form, String name) {
        visitor.open("/forms");
        visitor.page()
                .getByRole(AriaRole.TABLE)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(form))
                .click();
        visitor.named(visitor.page(), AriaRole.TAB, "forms:tabs.submissions").click();
        visitor.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .click();
        assertThat(visitor.page().locator("h1")).hasText(name);
    }
}
