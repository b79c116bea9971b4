package regulars.sources;

import org.springframework.stereotype.Component;
import regulars.commerce.OrderPartUndo;
import regulars.commerce.OrderUndo;
import regulars.consent.ConsentUndo;
import regulars.customers.CustomerUndo;

/** The rooms that an import writes in, as far as it can be undone there. */
@Component
record UndoRooms(CustomerUndo customers, OrderUndo orders, OrderPartUndo parts, ConsentUndo consents) {}
