package regulars.access;

import regulars.kernel.Fault;

/** Sends a letter of the product itself to one of its users. A bean of the room that can send; at most one. */
public interface SystemMail {
    /**
     * Blocks for the dialogue with the mail server.
     *
     * @throws Fault when it was not taken
     */
    void send(String to, String subject, String text);
}
