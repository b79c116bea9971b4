package regulars.sources;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import regulars.work.JobRun;
import tools.jackson.databind.JsonNode;

/**
 * The part of a job that takes one of its files in: how far it has come is told of all the files.
 *
 * @param before bytes of the files before this one
 * @param all bytes of all of them
 */
record FileRun(JobRun job, long before, long all) implements JobRun {
    @Override
    public UUID id() {
        return job.id();
    }

    @Override
    public JsonNode payload() {
        return job.payload();
    }

    @Override
    public void progress(long done, long total) {
        job.progress(before + done, all);
    }

    @Override
    public void checkpoint() {
        job.checkpoint();
    }

    @Override
    public void result(JsonNode result) {
        job.result(result);
    }

    @Override
    public @Nullable JsonNode state() {
        return job.state();
    }

    @Override
    public void save(JsonNode state) {
        job.save(state);
    }
}
