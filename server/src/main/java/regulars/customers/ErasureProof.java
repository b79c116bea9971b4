package regulars.customers;

import org.springframework.stereotype.Component;
import regulars.access.RecentAnswers;
import regulars.access.Secrets;
import regulars.kernel.StopJournal;

/** What an erasure touches beside the rooms: answers kept for repeats, and the journal with the hashes it writes there. */
@Component
record ErasureProof(StopJournal journal, Secrets secrets, RecentAnswers answers) {}
