package regulars.segments;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import regulars.kernel.Needs;
import regulars.kernel.Permission;

@RestController
@RequestMapping("/api/v1/segments")
@Needs(Permission.SEGMENTS_READ)
class VocabularyController {
    private final VocabularyStore vocabulary;

    VocabularyController(VocabularyStore vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The words that rules of this base may use, for the caller. */
    @GetMapping("/vocabulary")
    RuleVocabulary vocabulary() {
        return vocabulary.read();
    }
}
