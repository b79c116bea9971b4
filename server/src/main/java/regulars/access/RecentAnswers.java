package regulars.access;

import java.util.Collection;
import org.springframework.stereotype.Component;

/** Answers that are kept for a day, so that a repeated request gets the same one. */
@Component
public class RecentAnswers {
    private final RecentAnswerStore store;

    RecentAnswers(RecentAnswerStore store) {
        this.store = store;
    }

    /** Deletes those that mention any of the texts; tells how many. A repeated request is then done anew. */
    public int forget(Collection<String> texts) {
        return texts.isEmpty() ? 0 : store.delete(texts);
    }
}
