package vn.dvk.service.web;

import java.util.Locale;
import vn.dvk.kit.decide.Reason;

/** What can be wrong with a request before any rule of the business is asked. */
public enum WebReason implements Reason {
    MALFORMED_JSON(400),
    UNKNOWN_FIELD(400),
    MALFORMED_FIELD(400),
    MALFORMED_ADDRESS(400),
    MALFORMED_PARAMETER(400),
    MISSING_PARAMETER(400),
    IDEMPOTENCY_KEY_REQUIRED(400),
    IDEMPOTENCY_KEY_MALFORMED(400),
    MALFORMED_ETAG(400),
    UNAUTHENTICATED(401),
    NOT_ALLOWED(403),
    NO_SUCH_ADDRESS(404),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    TOO_SLOW(408),
    NOT_HERE_YET(409),
    OVERTAKEN(412),
    TOO_LARGE(413),
    ADDRESS_TOO_LONG(414),
    UNSUPPORTED_MEDIA_TYPE(415),
    INVALID_FIELDS(422),
    REQUIRED(422),
    INTERNAL(500),
    TOO_BUSY(503),
    RELAY_BEHIND(503),
    STORE_AWAY(503),
    NEWER_VERSION(503),
    VOCABULARY_NOT_HERE_YET(503),
    BROKER_AWAY(503),
    ISSUER_AWAY(503);

    private final int status;

    WebReason(int status) {
        this.status = status;
    }

    /** For what a library refuses with a status and no reason of ours. */
    static WebReason of(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> NOT_ALLOWED;
            case 404 -> NO_SUCH_ADDRESS;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> TOO_SLOW;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 501 -> MALFORMED_ADDRESS; // a method or an encoding that HTTP has and nobody uses
            case 503 -> TOO_BUSY;
            default -> status < 500 ? MALFORMED_ADDRESS : INTERNAL;
        };
    }

    public int status() {
        return status;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return switch (status) {
            case 404 -> Kind.ABSENT;
            case 401, 403 -> Kind.FORBIDDEN;
            case 409, 412, 503 -> Kind.CONFLICT;
            default -> Kind.INVALID;
        };
    }
}
