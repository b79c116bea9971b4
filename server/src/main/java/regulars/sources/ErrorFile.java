package regulars.sources;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The errors of an import as a table for a spreadsheet, which must not take any of it for a formula. */
@Component
class ErrorFile {
    private static final Set<String> LANGUAGES = Set.of("en", "ru", "uk", "zh");
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    void write(List<RowProblem> problems, Locale language, Writer out) throws IOException {
        var texts = texts(language);
        out.write('\ufeff');
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(
                    texts.getString("errors.line"),
                    texts.getString("errors.column"),
                    texts.getString("errors.value"),
                    texts.getString("errors.code"),
                    texts.getString("errors.cause"),
                    texts.getString("errors.row"));
            for (RowProblem problem : problems) {
                csv.writeRecord(
                        Long.toString(problem.line()),
                        safe(problem.column()),
                        safe(problem.value()),
                        problem.code(),
                        safe(sentence(problem, texts)),
                        texts.getString(problem.rowTaken() ? "errors.row.taken" : "errors.row.refused"));
            }
        }
    }

    private static ResourceBundle texts(Locale language) {
        var known = LANGUAGES.contains(language.getLanguage()) ? language : Locale.ENGLISH;
        return ResourceBundle.getBundle(
                "messages/sources",
                known,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The cause in the reader's language; one that has no text yet is told in English. */
    static String sentence(RowProblem problem, ResourceBundle texts) {
        if (!texts.containsKey(problem.code())) return problem.detail();
        return fill(texts.getString(problem.code()), problem.params());
    }

    private static String fill(String text, Map<String, Object> params) {
        return NAME.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(Objects.toString(params.get(match.group(1)), "")));
    }

    /** An apostrophe in front keeps a cell that begins like a formula from being one. */
    static String safe(@Nullable String cell) {
        if (cell == null) return "";
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }
}
