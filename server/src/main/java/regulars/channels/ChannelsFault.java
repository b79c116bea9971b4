package regulars.channels;

import regulars.kernel.FaultCode;
import regulars.kernel.FaultKind;

/** The ways a request to this room can fail. */
public enum ChannelsFault implements FaultCode {
    SENDING_NOT_FOUND(FaultKind.NOT_FOUND),
    SENDING_STATE(FaultKind.CONFLICT),
    MAIL_NOT_FOUND(FaultKind.NOT_FOUND),
    MAIL_SETTINGS_INVALID(FaultKind.INVALID),
    MAIL_PASSWORD_NEEDED(FaultKind.INVALID),
    MAIL_ADDRESS_INVALID(FaultKind.INVALID),
    MAIL_CONTENT_INVALID(FaultKind.INVALID),
    MAIL_SERVER_UNREACHABLE(FaultKind.UNAVAILABLE),
    MAIL_REFUSED(FaultKind.CONFLICT),
    MAIL_OUTCOME_UNKNOWN(FaultKind.UNAVAILABLE);

    private final FaultKind kind;

    ChannelsFault(FaultKind kind) {
        this.kind = kind;
    }

    @Override
    public FaultKind kind() {
        return kind;
    }
}
