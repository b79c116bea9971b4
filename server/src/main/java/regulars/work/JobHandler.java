package regulars.work;

/** How one kind of job is done. A bean; called on a thread of its own, again after a crash. */
public interface JobHandler {
    String kind();

    void run(JobRun run) throws Exception;
}
