package regulars.forms;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import regulars.access.CurrentActor;
import regulars.forms.PaperForms.PileView;
import regulars.forms.PaperForms.SheetView;
import regulars.forms.PaperStore.Pile;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

/** Piles of paper forms. */
@RestController
@RequestMapping("/api/v1/forms/{form}/paper")
@Needs(Permission.IMPORTS_RUN)
class PaperController {
    private final PaperForms paper;
    private final Forms forms;
    private final CurrentActor actor;

    PaperController(PaperForms paper, Forms forms, CurrentActor actor) {
        this.paper = paper;
        this.forms = forms;
        this.actor = actor;
    }

    record PileList(List<Pile> items) {}

    record NewPile(
            String name,
            int expected,
            @Nullable String controlField,
            @Nullable BigDecimal controlSum) {}

    record TypedSheet(Map<String, String> answers, List<String> boxes) {}

    @GetMapping
    PileList list(@PathVariable UUID form) {
        return new PileList(paper.of(forms.get(form).id()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Pile begin(@PathVariable UUID form, @RequestBody NewPile pile) {
        return paper.begin(forms.get(form), pile.name(), pile.expected(), pile.controlField(), pile.controlSum());
    }

    @GetMapping("/{pile}")
    PileView view(@PathVariable UUID pile) {
        return paper.view(pile, actor.get());
    }

    @PutMapping("/{pile}/sheets/{number}")
    SheetView type(@PathVariable UUID pile, @PathVariable int number, @RequestBody TypedSheet sheet) {
        return paper.type(pile, number, sheet.answers(), sheet.boxes(), actor.get());
    }

    @PutMapping("/{pile}/sheets/{number}/settled")
    SheetView settle(@PathVariable UUID pile, @PathVariable int number, @RequestBody TypedSheet sheet) {
        return paper.settle(pile, number, sheet.answers(), sheet.boxes(), actor.get());
    }

    @PutMapping(value = "/{pile}/sheets/{number}/scan", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void scan(
            @PathVariable UUID pile,
            @PathVariable int number,
            @RequestParam String name,
            @RequestBody(required = false) byte @Nullable [] content) {
        paper.scan(pile, number, name, content == null ? new byte[0] : content);
    }

    @PostMapping("/{pile}/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(@PathVariable UUID pile) {
        paper.complete(pile, actor.get());
    }
}
