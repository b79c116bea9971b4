package regulars.work;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a handler knows of the job it runs, and what it tells. For the handler's own thread. */
public interface JobRun {
    UUID id();

    JsonNode payload();

    /** Cheap: written at most a few times a second. */
    void progress(long done, long total);

    /**
     * To be called often, at points where stopping is safe.
     *
     * @throws JobCancelled when somebody cancelled, the node stops, or another node took the job over
     */
    void checkpoint();

    void result(JsonNode result);

    /** What the run before this one saved; null at the first. */
    @Nullable
    JsonNode state();

    /**
     * Keeps a small state to resume from. In one transaction with what the state stands for, it also keeps a run that
     * lost its lease from writing: it then throws {@link JobCancelled}.
     */
    void save(JsonNode state);
}
