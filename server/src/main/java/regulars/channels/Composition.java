package regulars.channels;

/** What composing one message gave. */
public sealed interface Composition {
    record Composed(OutgoingMail mail) implements Composition {}

    /** The message ends as failed with {@link Reason#TEMPLATE_FAILED}; its sending goes on unless too many fail. */
    record NotComposed(String detail) implements Composition {}
}
