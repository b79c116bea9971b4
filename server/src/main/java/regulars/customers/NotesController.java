package regulars.customers;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.CurrentActor;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

/** Notes are read on the timeline. */
@RestController
@RequestMapping("/api/v1/customers/{id}/notes")
@Needs(Permission.CUSTOMERS_EDIT)
class NotesController {
    private final Notes notes;
    private final CurrentActor actor;

    NotesController(Notes notes, CurrentActor actor) {
        this.notes = notes;
        this.actor = actor;
    }

    record NewNote(String body) {}

    record NoteAdded(UUID id) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NoteAdded add(@PathVariable UUID id, @RequestBody NewNote note) {
        return new NoteAdded(notes.add(id, note.body(), actor.get()));
    }

    @DeleteMapping("/{note}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id, @PathVariable UUID note) {
        notes.delete(id, note);
    }

    @PostMapping("/{note}/restore")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@PathVariable UUID id, @PathVariable UUID note) {
        notes.restore(id, note);
    }
}
