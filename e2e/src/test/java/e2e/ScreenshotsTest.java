package e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Takes pictures of every screen of a server that runs already, for people to look at:
 *
 * <pre>-Dtest=ScreenshotsTest -Dscreens=FOLDER -Dscreens.server=http://127.0.0.1:8080 -Dscreens.login=FILE</pre>
 *
 * The file has the e-mail and the password in its first two lines, as {@code demo.txt} of a demo. Four ways of looking
 * cover both themes, both widths and the four languages; {@code -Dscreens.only=PART} takes the addresses with that part.
 */
@EnabledIfSystemProperty(named = "screens", matches = ".+")
class ScreenshotsTest {
    private record Look(String locale, int width, int height, ColorScheme theme) {}

    private static final List<Look> LOOKS = List.of(
            new Look("en-GB", 1440, 900, ColorScheme.LIGHT),
            new Look("ru-RU", 1440, 900, ColorScheme.DARK),
            new Look("uk-UA", 390, 844, ColorScheme.LIGHT),
            new Look("zh-CN", 390, 844, ColorScheme.DARK));

    @Test
    void takesEveryScreenInEveryLook() throws Exception {
        var folder = Files.createDirectories(Path.of(System.getProperty("screens")));
        var only = System.getProperty("screens.only", "");
        try (var chromium = new Chromium()) {
            for (var look : LOOKS) {
                try (var visitor = chromium.visitor(URI.create(System.getProperty("screens.server")), look.locale())) {
                    take(visitor, look, folder, only);
                }
            }
        }
    }

    private static void take(Visitor visitor, Look look, Path folder, String only) throws Exception {
        var page = visitor.page();
        page.setViewportSize(look.width(), look.height());
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.theme()));
        visitor.openWhole("/");
        picture(page, look, folder, "sign-in");
        var login = Files.readAllLines(Path.of(System.getProperty("screens.login")));
        visitor.signIn(login.get(0), login.get(1));
        visitor.speak();
        for (var address : Screens.addresses(visitor)) {
            if (!address.contains(only)) continue;
            visitor.openWhole(address);
            picture(page, look, folder, name(address));
        }
    }

    private static String name(String address) {
        return address.equals("/")
                ? "overview"
                : address.substring(1)
                        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "one")
                        .replace('/', '-');
    }

    private static void picture(Page page, Look look, Path folder, String name) {
        var file = name + "-" + look.width() + "-" + look.theme().name().toLowerCase(java.util.Locale.ROOT) + "-"
                + look.locale().substring(0, 2) + ".png";
        page.screenshot(
                new Page.ScreenshotOptions().setPath(folder.resolve(file)).setFullPage(true));
        var wider = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (((Number) wider).intValue() > 0) System.out.println(file + " is wider than its window by " + wider);
    }
}
