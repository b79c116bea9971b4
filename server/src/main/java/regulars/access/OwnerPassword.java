package regulars.access;

/**
 * Brings the generated password of the first user to the person who started the product: never through a log.
 * The default shows it on a terminal, or writes a file only the operator reads; another bean wins over it.
 */
public interface OwnerPassword {
    void deliver(String email, String password);
}
