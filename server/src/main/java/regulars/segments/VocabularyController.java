package regulars.segments;

import java.util.List;
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
    private final Gallery gallery;

    VocabularyController(VocabularyStore vocabulary, Gallery gallery) {
        this.gallery = gallery;
        this.vocabulary = vocabulary;
    }

    /** The words that rules of this base may use, for the caller. */
    @GetMapping("/vocabulary")
    RuleVocabulary vocabulary() {
        return vocabulary.read();
    }

    /** Rules to begin with, the simple ones first. */
    @GetMapping("/gallery")
    SegmentGallery gallery() {
        return new SegmentGallery(gallery.read());
    }

    record SegmentGallery(List<GalleryExample> items) {}
}
