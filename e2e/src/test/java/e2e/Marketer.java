package e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a marketer does with the screens, by the words they show in the visitor's language. */
record Marketer(Visitor visitor) {
    private static final Pattern ONE = Pattern.compile("/(?:segments|templates|campaigns)/([0-9a-f-]{36})");
    private static final int CONTROL_PERCENT = 50;

    /** The first start: the generated password is changed, and the company says who it is. */
    void begin(List<String> login, String password) {
        visitor.open("/");
        visitor.fillSignIn(login.get(0), login.get(1));
        visitor.field("access:password.current").fill(login.get(1));
        visitor.field("access:password.next").fill(password);
        visitor.field("access:password.repeat").fill(password);
        visitor.button("access:password.submit").click();
        visitor.field("access:organisation.company").fill("Linden & Brass");
        visitor.button("access:firstStart.submit").click();
        visitor.awaitShell();
    }

    /** Tries files together, imports them, and waits until the import says that it is over. */
    void importFiles(String source, Path... files) {
        visitor.open("/imports/new");
        page().locator("input[type=file]").first().setInputFiles(files);
        visitor.field("sources:new.source").fill(source);
        visitor.button("sources:new.try").click();
        assertThat(page().getByText(visitor.texts().say("sources:trial.title")).first())
                .isVisible();
        visitor.button("sources:new.start").click();
        visitor.link("sources:one.customers").waitFor();
    }

    /** Makes a key for a site and reads the line that goes into its pages. */
    String tagOfASite(String name, String origin) {
        visitor.open("/events/install");
        visitor.field("sources:install.name").fill(name);
        visitor.field("sources:install.origins").fill(origin);
        visitor.button("sources:install.make").click();
        var line = page().getByRole(
                        AriaRole.REGION,
                        new Page.GetByRoleOptions().setName(visitor.texts().say("sources:install.tag")));
        assertThat(line).containsText("rk_");
        return line.innerText();
    }

    /** From the finished import to the grid, and a segment of its fullest cell: how many people that is. */
    int segmentOfTheFullestCell(String name) {
        visitor.link("sources:one.rfm").click();
        var cells = page().getByRole(AriaRole.TABLE).first().locator("button:enabled");
        cells.first().waitFor();
        var counts = cells.all().stream()
                .map(cell -> number(cell.locator("[aria-hidden]").first().innerText()))
                .toList();
        int fullest = IntStream.range(0, counts.size())
                .boxed()
                .max(Comparator.comparing(counts::get))
                .orElseThrow();
        cells.nth(fullest).click();
        visitor.field("insight:segment.name").fill(name);
        visitor.button("insight:segment.create").click();
        page().waitForURL(ONE);
        assertThat(page().getByText(visitor.texts().say("segments:page.size")).locator("xpath=../.."))
                .containsText(Integer.toString(counts.get(fullest)));
        return counts.get(fullest);
    }

    /** A letter with a link to {@code target} called "shop", and one to leave called "stop". */
    void writeTemplate(String name, String target) {
        visitor.open("/templates/new");
        page().getByText(visitor.texts().say("content:new.blank")).click();
        visitor.field("content:fields.name").fill(name);
        visitor.field("content:fields.subject").fill("{{ customer.first_name }}: " + name);
        visitor.field("content:fields.preheader").fill(name);
        visitor.field("content:editor.body").fill("""
                <p>{{ customer.first_name }}</p>
                <p><a href="%s">shop</a></p>
                <p><a href="{{ unsubscribe_url }}">stop</a></p>""".formatted(target));
        visitor.button("shared:save").click();
        page().waitForURL(ONE);
    }

    /** Builds a campaign, reads its check page, launches it and waits until all has left. */
    Launched launch(String name, String segment, String template) {
        visitor.open("/campaigns/new");
        visitor.field("campaigns:fields.name").fill(name);
        visitor.button("campaigns:new.create").click();
        choose("campaigns:fields.segment", segment);
        visitor.button("campaigns:steps.next").click();
        choose("campaigns:fields.template", template);
        visitor.button("campaigns:steps.next").click();
        visitor.field("campaigns:settings.control").fill(Integer.toString(CONTROL_PERCENT));
        visitor.button("campaigns:steps.next").click();
        var check =
                page().getByRole(AriaRole.LIST, named("campaigns:check.title")).getByRole(AriaRole.LISTITEM);
        check.first().waitFor();
        var people = check.allInnerTexts().stream().map(Marketer::number).toList();
        visitor.button("campaigns:check.launch").click();
        page().getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(visitor.texts().say("campaigns:check.launch")))
                .click();
        badge("campaigns:states.sent").waitFor();
        return new Launched(idInAddress(), people);
    }

    /** The newest mail of the built-in mailbox, opened: its id. */
    String openNewestMail() {
        visitor.open("/mailbox");
        page().getByRole(AriaRole.TABLE).getByRole(AriaRole.LINK).first().click();
        page().waitForURL(Pattern.compile("/mailbox/\\d+"));
        return page().url().replaceFirst(".*/", "");
    }

    /** Follows a link of the mail that is open, as a reader would: in a window of its own. */
    Page follow(String words) {
        var link = page().frameLocator("iframe")
                .getByRole(AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName(words));
        return page().waitForPopup(link::click);
    }

    /** A number of the report that leads to its people. */
    Locator figure(String campaign, String bucket) {
        return page().locator("a[href='/campaigns/" + campaign + "/people?bucket=" + bucket + "']");
    }

    /**
     * A campaign on its way.
     *
     * @param check the lines of the check page: the audience, who gets nothing by reason, who gets it
     */
    record Launched(String id, List<Integer> check) {
        int audience() {
            return check.getFirst();
        }

        int willGet() {
            return check.getLast();
        }

        int without() {
            return check.subList(1, check.size() - 1).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
        }
    }

    /** The state beside the title; the same word may stand elsewhere on the page for another thing. */
    private Locator badge(String key) {
        return page().locator("h1 + *")
                .getByText(visitor.texts().say(key), new Locator.GetByTextOptions().setExact(true));
    }

    private void choose(String field, String option) {
        visitor.field(field).click();
        page().getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(option).setExact(true))
                .click();
    }

    private Page.GetByRoleOptions named(String key) {
        return new Page.GetByRoleOptions().setName(visitor.texts().say(key));
    }

    private String idInAddress() {
        var found = ONE.matcher(page().url());
        if (!found.find()) throw new IllegalStateException("no id in " + page().url());
        return found.group(1);
    }

    private static int number(String line) {
        return Integer.parseInt(line.replaceAll("\\D", ""));
    }

    private Page page() {
        return visitor.page();
    }
}
