package regulars.access;

import static regulars.kernel.FaultKind.BUSY;
import static regulars.kernel.FaultKind.CONFLICT;
import static regulars.kernel.FaultKind.FORBIDDEN;
import static regulars.kernel.FaultKind.INVALID;
import static regulars.kernel.FaultKind.NOT_FOUND;
import static regulars.kernel.FaultKind.TOO_LARGE;
import static regulars.kernel.FaultKind.UNAUTHENTICATED;
import static regulars.kernel.FaultKind.UNAVAILABLE;

import regulars.kernel.FaultCode;
import regulars.kernel.FaultKind;

/** How a request fails before it reaches its room, and what this room itself refuses. */
public enum AccessFault implements FaultCode {
    NOT_SIGNED_IN(UNAUTHENTICATED),
    SIGN_IN_REFUSED(UNAUTHENTICATED),
    /** The password was right; the same once more with {@code code}. */
    SECOND_FACTOR_NEEDED(UNAUTHENTICATED),
    SECOND_FACTOR_REFUSED(UNAUTHENTICATED),
    OIDC_NOT_CONFIGURED(NOT_FOUND),
    OIDC_UNREACHABLE(UNAVAILABLE),
    OIDC_REFUSED(UNAUTHENTICATED),
    OIDC_STALE(UNAUTHENTICATED),
    OIDC_UNKNOWN_USER(FORBIDDEN),
    PASSKEY_REFUSED(UNAUTHENTICATED),
    PASSKEY_STALE(UNAUTHENTICATED),
    PASSKEY_NOT_FOUND(NOT_FOUND),
    SECOND_FACTOR_SET(CONFLICT),
    SECOND_FACTOR_NOT_BEGUN(CONFLICT),
    SECOND_FACTOR_WRONG(INVALID),
    /** Params: {@code retryAfterSeconds}. */
    SIGN_IN_SLOWED(BUSY),
    API_KEY_REFUSED(UNAUTHENTICATED),
    NOT_ALLOWED(FORBIDDEN),
    /** Params: {@code permission}; {@code givers}, the names of those who can give it. */
    PERMISSION_MISSING(FORBIDDEN),
    /** Params: {@code permission}. */
    BEYOND_YOUR_RIGHTS(FORBIDDEN),
    ROLE_NOT_FOUND(NOT_FOUND),
    ROLE_IN_USE(CONFLICT),
    ROLE_BUILT_IN(CONFLICT),
    ROLE_NAME_TAKEN(CONFLICT),
    ROLE_SEES_ALL(CONFLICT),
    TEAM_NOT_FOUND(NOT_FOUND),
    TEAM_IN_USE(CONFLICT),
    TEAM_NAME_TAKEN(CONFLICT),
    /** Params: {@code owner}. */
    COLLEAGUE_UNKNOWN(INVALID),
    USER_NOT_FOUND(NOT_FOUND),
    USER_EXISTS(CONFLICT),
    USER_IS_YOU(CONFLICT),
    LAST_OWNER(CONFLICT),
    INVITATION_NOT_FOUND(NOT_FOUND),
    INVITATION_WORTHLESS(NOT_FOUND),
    CSRF_TOKEN_MISSING(FORBIDDEN),
    PASSWORD_CHANGE_REQUIRED(FORBIDDEN),
    PASSWORD_WRONG(INVALID),
    /** Params: {@code atLeast}. */
    PASSWORD_TOO_SHORT(INVALID),
    /** Params: {@code atMost}. */
    PASSWORD_TOO_LONG(INVALID),
    PASSWORD_UNCHANGED(INVALID),
    API_KEY_NOT_FOUND(NOT_FOUND),
    /** Params: {@code field}, {@code value}, {@code remedy}. */
    AUDIT_ACTION_UNKNOWN(INVALID),
    ORIGIN_NEEDED(INVALID),
    ORIGIN_INVALID(INVALID),
    /** Params: {@code retryAfterSeconds}. */
    TOO_MANY_REQUESTS(BUSY),
    IDEMPOTENCY_KEY_REUSED(INVALID),
    IDEMPOTENCY_KEY_IN_USE(CONFLICT),
    IDEMPOTENCY_KEY_UNUSABLE(INVALID),
    /** Params: {@code field}; {@code value} where there is one. */
    FIELD_INVALID(INVALID),
    FIELD_MISSING(INVALID),
    FIELD_UNKNOWN(INVALID),
    BODY_UNREADABLE(INVALID),
    /** Before the address is known. */
    HEAD_UNREADABLE(INVALID),
    /** Params: {@code atMostBytes}. */
    BODY_TOO_LARGE(TOO_LARGE),
    LENGTH_REQUIRED(INVALID),
    /** A NUL character, which no text of ours holds. */
    TEXT_UNUSABLE(INVALID),
    ROUTE_NOT_FOUND(NOT_FOUND),
    METHOD_NOT_ALLOWED(INVALID),
    MEDIA_TYPE_UNSUPPORTED(INVALID),
    MEDIA_TYPE_NOT_ACCEPTABLE(INVALID),
    DATABASE_UNAVAILABLE(UNAVAILABLE),
    STATEMENT_TOO_LONG(UNAVAILABLE),
    /** Params: {@code id}, which finds it in the log. */
    UNEXPECTED(UNAVAILABLE);

    private final FaultKind kind;

    AccessFault(FaultKind kind) {
        this.kind = kind;
    }

    @Override
    public FaultKind kind() {
        return kind;
    }
}
