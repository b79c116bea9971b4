package regulars.sources;

import java.util.List;
import org.jspecify.annotations.Nullable;
import regulars.kernel.Fault;

/**
 * An import to be made: files that are taken in together, in the order of their kinds.
 *
 * @param dryRun everything but keeping: the same counts and errors, nothing written
 */
public record NewImport(@Nullable Boolean dryRun, List<NewImportFile> files) {
    private static final int MOST_FILES = 9;

    void checkCount() {
        int count = files.size();
        if (count >= 1 && count <= MOST_FILES) return;
        throw new Fault(
                        SourcesFault.IMPORT_FILES_COUNT,
                        "An import has 1 to " + MOST_FILES + " files, this one has " + count + ".")
                .with("limit", MOST_FILES)
                .at("files", count);
    }

    boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }
}
