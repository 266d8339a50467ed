package reaging.app.server;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The reason why a request failed, in the form of RFC 9457. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The kinds of problems. */
    enum Kind {
        BAD_REQUEST(400, "The request does not make sense"),
        TOKEN_NEEDED(401, "This service needs a token"),
        FOREIGN_ORIGIN(403, "Other sites may not use this service"),
        NOT_FOUND(404, "There is nothing by this name"),
        METHOD_NOT_ALLOWED(405, "This address does not accept this method"),
        TOO_SLOW_UPLOAD(408, "The upload took too long"),
        TOO_LARGE(413, "The upload is too large"),
        FOREIGN_HOST(421, "This is not the service of that name"),
        UNREADABLE_PHOTO(422, "The photo cannot be read"),
        NO_FACE(422, "No face can be re-aged"),
        BUSY(429, "Too many requests are waiting"),
        FAULT(500, "Something went wrong in the service"),
        OVERLOADED(503, "The service cannot do this now");

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        int status() {
            return status;
        }
    }

    private final Kind kind;

    private Problem(Kind kind, String detail) {
        // No stack trace: this is an answer, not a bug in the program.
        super(detail, null, false, false);
        this.kind = kind;
    }

    static Problem of(Kind kind, String detail) {
        return new Problem(kind, detail);
    }

    Kind kind() {
        return kind;
    }

    /** Returns the object to send. */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(
                "type",
                "urn:ragan:problem:" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        body.put("title", kind.title);
        body.put("status", kind.status);
        body.put("detail", getMessage());
        return body;
    }
}
