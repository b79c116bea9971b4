package regulars.kernel;

/** What the shared kernel refuses. */
public enum KernelFault implements FaultCode {
    TABLE_TOO_LONG(FaultKind.TOO_LARGE);

    private final FaultKind kind;

    KernelFault(FaultKind kind) {
        this.kind = kind;
    }

    @Override
    public FaultKind kind() {
        return kind;
    }
}
