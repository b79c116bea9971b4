package regulars.customers;

import java.util.List;

/** A customer with the subjects that facts about them carry. */
public record CustomerSubjects(int number, List<Long> subjects) {
    public CustomerSubjects {
        subjects = List.copyOf(subjects);
    }
}
