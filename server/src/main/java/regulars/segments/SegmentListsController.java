package regulars.segments;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.CurrentActor;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

/** Segments whose people are named one by one. */
@RestController
@RequestMapping("/api/v1")
@Needs(Permission.SEGMENTS_EDIT)
class SegmentListsController {
    private final SegmentLists lists;
    private final CurrentActor actor;

    SegmentListsController(SegmentLists lists, CurrentActor actor) {
        this.lists = lists;
        this.actor = actor;
    }

    /** @param people a line a person: our id, an e-mail, a phone or a source's id; of a file's line any of its cells */
    record NewSegmentList(String name, String people) {}

    /** @param people as in a new list */
    record ListedPeople(String people) {}

    @PostMapping("/segment-lists")
    @ResponseStatus(HttpStatus.CREATED)
    ListChange create(@RequestBody NewSegmentList wanted) {
        return lists.create(wanted.name(), wanted.people(), actor.get());
    }

    @PostMapping("/segments/{id}/people/added")
    ListChange add(@PathVariable UUID id, @RequestBody ListedPeople people) {
        return lists.add(id, people.people(), actor.get());
    }

    @PostMapping("/segments/{id}/people/removed")
    ListChange remove(@PathVariable UUID id, @RequestBody ListedPeople people) {
        return lists.remove(id, people.people(), actor.get());
    }
}
