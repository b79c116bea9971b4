package regulars.kernel;

/** A stable name of one way to fail; each room has one enum of them, and the screens translate by name. */
public interface FaultCode {
    String name();

    FaultKind kind();
}
