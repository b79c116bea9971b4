package regulars.collect;

import regulars.kernel.Fault;
import tools.jackson.databind.node.ObjectNode;

/** A way of saying events in JSON. A bean. */
public interface EventWire {
    /** Stable: what was parked is read again by it. */
    String name();

    /**
     * What the event says.
     *
     * @param event checked JSON, which the wire may take apart
     * @throws Fault with a {@link CollectFault} when it says too little
     */
    IncomingEvent read(SentEvent sent, ObjectNode event);
}
