package e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A rule built by hand on the screen of a new segment, by the words that it shows. */
record RuleBuilder(Visitor visitor) {
    void begin() {
        visitor.openWhole("/segments/new");
    }

    /** Adds a condition about orders to the outermost group. */
    Locator orders(String measure) {
        var name = say("measureTitle." + measure);
        visitor.button("segments:editor.add").last().click();
        visitor.page()
                .getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        return condition(measure);
    }

    Locator condition(String measure) {
        return visitor.page()
                .getByRole(
                        AriaRole.GROUP,
                        new Page.GetByRoleOptions()
                                .setName(say("measureTitle." + measure))
                                .setExact(true));
    }

    void fill(Locator condition, String field, int value) {
        labelled(condition, say(field)).fill(Integer.toString(value));
    }

    void choose(Locator condition, String field, String option) {
        labelled(condition, say(field)).click();
        visitor.page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(say(option)).setExact(true))
                .click();
    }

    /** With the focus on the handle of a condition. */
    void press(Locator condition, String key) {
        condition.locator("[data-handle]").press(key);
    }

    Locator total() {
        return visitor.page().getByTestId("preview-total");
    }

    private static Locator labelled(Locator condition, String text) {
        return condition.getByLabel(text, new Locator.GetByLabelOptions().setExact(true));
    }

    String say(String key) {
        return visitor.texts().say("segments:" + key);
    }
}
