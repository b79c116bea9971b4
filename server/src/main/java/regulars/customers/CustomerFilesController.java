package regulars.customers;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.CurrentActor;
import regulars.customers.CustomerFileStore.CustomerFile;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

/** The files on a customer's card. */
@RestController
@RequestMapping("/api/v1/customers/{id}/files")
@Needs(Permission.CUSTOMERS_EDIT)
class CustomerFilesController {
    private final CustomerFiles files;
    private final CurrentActor actor;

    CustomerFilesController(CustomerFiles files, CurrentActor actor) {
        this.files = files;
        this.actor = actor;
    }

    record CustomerFileList(List<CustomerFile> items) {}

    @GetMapping
    @Needs(Permission.CUSTOMERS_READ)
    CustomerFileList list(@PathVariable UUID id) {
        return new CustomerFileList(files.of(id));
    }

    @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    CustomerFile add(
            @PathVariable UUID id, @RequestParam String name, @RequestBody(required = false) byte @Nullable [] file) {
        return files.add(id, name, file == null ? new byte[0] : file, actor.get());
    }

    /** Always to be saved, never to be shown in the browser: whatever is in it, it runs nowhere. */
    @GetMapping("/{file}")
    @Needs(value = Permission.CUSTOMERS_READ, audited = true)
    ResponseEntity<byte[]> content(@PathVariable UUID id, @PathVariable UUID file) {
        var found = files.content(id, file);
        var disposition = ContentDisposition.attachment()
                .filename(found.getKey(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(found.getValue());
    }

    @DeleteMapping("/{file}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @PathVariable UUID file) {
        files.remove(id, file);
    }

    @PostMapping("/{file}/restore")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@PathVariable UUID id, @PathVariable UUID file) {
        files.restore(id, file);
    }
}
