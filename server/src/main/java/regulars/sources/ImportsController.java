package regulars.sources;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import regulars.access.CurrentActor;
import regulars.access.Organisations;
import regulars.kernel.Needs;
import regulars.kernel.Permission;
import regulars.kernel.Slice;
import regulars.sources.files.FileForm;

@RestController
@RequestMapping("/api/v1/imports")
@Needs(Permission.IMPORTS_RUN)
class ImportsController {
    private final Imports imports;
    private final Uploads uploads;
    private final FileJoins joins;
    private final KnownAttributes known;
    private final ErrorFile errorFile;
    private final Organisations organisations;
    private final CurrentActor actor;

    ImportsController(
            Imports imports,
            Uploads uploads,
            FileJoins joins,
            KnownAttributes known,
            ErrorFile errorFile,
            Organisations organisations,
            CurrentActor actor) {
        this.imports = imports;
        this.uploads = uploads;
        this.joins = joins;
        this.known = known;
        this.errorFile = errorFile;
        this.organisations = organisations;
        this.actor = actor;
    }

    /** Uploads a CSV file or a workbook, which is the whole body, and tells what it seems to be. */
    @PostMapping(path = "/files", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    FilePreview upload(@RequestParam String name, @RequestBody(required = false) @Nullable InputStreamResource file)
            throws IOException {
        try (var content = file == null ? InputStream.nullInputStream() : file.getInputStream()) {
            return known.in(uploads.take(name, content, actor.get()));
        }
    }

    /** The uploaded file looked at again; what is left out of the form is told from the file. */
    @GetMapping("/files/{id}")
    FilePreview preview(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String encoding,
            @RequestParam(required = false) @Nullable String delimiter,
            @RequestParam(required = false) @Nullable Integer headerLine,
            @RequestParam(required = false) @Nullable String sheet)
            throws IOException {
        return known.in(uploads.preview(id, FileForm.asked(encoding, delimiter, headerLine, sheet)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportStarted start(@RequestBody NewImport request) {
        return imports.start(request, actor.get());
    }

    /** How the files of an import that is being made hang together, by a sample; nothing is kept. */
    @PostMapping("/joins")
    List<FileJoin> joins(@RequestBody NewImport request) {
        request.checkCount();
        return joins.of(request.files());
    }

    @GetMapping
    Slice<ImportView> list(
            @RequestParam(required = false) @Nullable UUID after, @RequestParam(defaultValue = "50") int limit) {
        int size = Slice.size(limit);
        return Slice.of(imports.latest(after, size + 1), size, one -> one.id().toString(), one -> one);
    }

    @GetMapping("/{id}")
    ImportView get(@PathVariable UUID id) {
        return imports.get(id);
    }

    /** Takes back what the import wrote, as far as nothing else has touched it since; a trial only counts. */
    @PostMapping("/{id}/undo")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportStarted undo(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean dryRun) {
        return imports.undo(id, dryRun, actor.get());
    }

    /** The rows of one file that were not taken, as a CSV file; {@code language} is that of the sentences. */
    @GetMapping(path = "/{id}/files/{file}/errors.csv", produces = "text/csv")
    ResponseEntity<StreamingResponseBody> errors(
            @PathVariable UUID id, @PathVariable UUID file, @RequestParam(required = false) @Nullable String language) {
        var problems = imports.errors(id, file);
        var locale = Locale.of(language == null ? organisations.get().language() : language);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"errors.csv\"")
                .body(out -> errorFile.write(problems, locale, new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    }
}
