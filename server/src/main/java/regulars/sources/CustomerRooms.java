package regulars.sources;

import org.springframework.stereotype.Component;
import regulars.customers.CustomerIntake;

/** What taking in customers asks of those who know them. */
@Component
record CustomerRooms(CustomerIntake intake, OwnIds ownIds, Owners owners) {}
