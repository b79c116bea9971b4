package e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What axe-core finds on a page: everything of WCAG A and AA in the light, and the contrast once more in the dark. Of a
 * table the first rows stand for all that follow.
 */
final class Accessibility {
    private static final Path AXE = Path.of("..", "web", "node_modules", "axe-core", "axe.min.js");
    private static final String RUN = """
            async (options) => {
              const { violations } = await axe.run({ exclude: ['tbody tr:nth-child(n + 6)'] }, { ...options, resultTypes: ['violations'] });
              return violations
                .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.any.map((one) => one.message).join('; ')}`));
            }
            """;
    /** Less motion is still a little of it, a frame for each element inside another: colours of the other theme last. */
    private static final String STILL = """
            () => {
              const still = new CSSStyleSheet();
              still.replaceSync('*, *::before, *::after { transition: none !important }');
              document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
            }
            """;
    /** The screens follow the system a moment later; a public page does at once, by its style alone. */
    private static final String CHANGED = """
            theme => [null, theme].includes(document.documentElement.getAttribute('data-mantine-color-scheme'))""";

    private static final Map<String, Object> ALL =
            Map.of("runOnly", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"));
    private static final Map<String, Object> CONTRAST = Map.of("runOnly", List.of("color-contrast"));

    private final String axe;

    Accessibility() throws IOException {
        axe = Files.readString(AXE);
    }

    /** Serious and critical violations, each with the element and the theme. */
    List<String> violations(Page page) {
        page.evaluate(axe);
        page.evaluate(STILL);
        var found = new ArrayList<String>();
        found.addAll(run(page, ColorScheme.LIGHT, ALL));
        found.addAll(run(page, ColorScheme.DARK, CONTRAST));
        return found;
    }

    private static List<String> run(Page page, ColorScheme scheme, Map<String, Object> options) {
        var theme = scheme.name().toLowerCase(Locale.ROOT);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.waitForFunction(CHANGED, theme);
        return ((List<?>) page.evaluate(RUN, options))
                .stream().map(one -> page.url() + " (" + theme + ") " + one).toList();
    }
}
