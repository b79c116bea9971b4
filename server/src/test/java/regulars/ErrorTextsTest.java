package regulars;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import regulars.kernel.FaultCode;
import tools.jackson.databind.json.JsonMapper;

/** Every way to fail is said in the reader's language: the screens look up {@code errors.CODE} in any room's texts. */
class ErrorTextsTest {
    private static final Path SOURCE = Path.of("../web/src");
    private static final List<String> LANGUAGES = List.of("en", "ru", "uk", "zh");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void saysEveryCodeInEveryLanguage() throws IOException {
        var missing = new ArrayList<String>();
        for (String language : LANGUAGES) {
            var said = said(language);
            for (Class<?> codes : faultCodes()) {
                var room = codes.getPackageName().split("\\.")[1];
                if (!hasScreens(room)) continue;
                for (Object code : codes.getEnumConstants()) {
                    if (!said.contains(code.toString())) missing.add(language + ": " + room + " errors." + code);
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    /** Jobs and the door are shown everywhere; other rooms say their faults with their screens. */
    private static boolean hasScreens(String room) {
        return room.equals("work")
                || Files.isDirectory(SOURCE.resolve("features").resolve(room));
    }

    private static List<Class<?>> faultCodes() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("regulars");
        var found = new ArrayList<Class<?>>();
        for (JavaClass one : classes) {
            if (one.isEnum() && one.isAssignableTo(FaultCode.class)) found.add(one.reflect());
        }
        assertThat(found).hasSizeGreaterThan(2);
        return found;
    }

    private static Set<String> said(String language) throws IOException {
        var codes = new HashSet<String>();
        try (var files = Files.walk(SOURCE)) {
            for (Path file : files.filter(path -> path.endsWith("locales/" + language + ".json"))
                    .toList()) {
                JSON.readTree(Files.readString(file))
                        .path("errors")
                        .propertyNames()
                        .forEach(codes::add);
            }
        }
        return codes;
    }
}
