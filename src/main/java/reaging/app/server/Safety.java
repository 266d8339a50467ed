package reaging.app.server;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;

/** Checks every request, and adds security headers to every answer. */
final class Safety {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:;"
                    + " media-src blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String BEARER = "Bearer ";

    private final Access access;

    Safety(Access access) {
        this.access = access;
    }

    /** Checks a request before anything else handles it. */
    void check(Context context) {
        headers(context);
        requireHost(context);
        requireOrigin(context);
        if (isPreflight(context)) {
            context.status(204).skipRemainingHandlers();
        } else {
            requireToken(context);
        }
    }

    private static void headers(Context context) {
        context.header("Content-Security-Policy", POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Permissions-Policy", "camera=(self), microphone=(), geolocation=()");
        context.header("Cache-Control", "no-store");
    }

    /**
     * Requires that the service is called by one of its own names: with a foreign name that resolves to this computer, pages of
     * other sites get around the rules of browsers (DNS rebinding). Addresses cannot be redirected.
     */
    private void requireHost(Context context) {
        var host =
                String.valueOf(context.header("Host")).toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "");
        boolean address = host.matches("\\d{1,3}(\\.\\d{1,3}){3}") || host.matches("\\[[0-9a-f:.]+]");
        if (!address
                && !host.equals("localhost")
                && !host.equals(access.host())
                && !access.names().contains(host)) {
            throw Problem.of(
                    Problem.Kind.FOREIGN_HOST,
                    "a request must address this service by IP address, localhost or a name that it was started with but does"
                            + " not; use its address, or start it with that name");
        }
    }

    /** Checks the site that a request comes from, which browsers send along. */
    private void requireOrigin(Context context) {
        var origin = context.header("Origin");
        var site = context.header("Sec-Fetch-Site");
        if (origin != null && access.origins().contains(origin)) {
            context.header("Access-Control-Allow-Origin", origin);
            context.header("Access-Control-Expose-Headers", "Picture-Bounds, Retry-After");
            context.header("Cross-Origin-Resource-Policy", "cross-origin");
            context.header("Vary", "Origin");
            return;
        }
        boolean own = origin == null
                || origin.equals("http://" + context.header("Host"))
                || origin.equals("https://" + context.header("Host"));
        boolean opened =
                context.method().equals(HandlerType.GET) && !context.path().startsWith("/api/");
        if (!own || ("cross-site".equals(site) && !opened)) {
            throw Problem.of(
                    Problem.Kind.FOREIGN_ORIGIN,
                    "a request must come from the service's own page, or from no page at all, but came from another site; start"
                            + " the service with that site's origin to allow it");
        }
    }

    private boolean isPreflight(Context context) {
        if (!context.method().equals(HandlerType.OPTIONS) || context.header("Origin") == null) {
            return false;
        }
        context.header("Access-Control-Allow-Methods", "GET, POST, DELETE");
        context.header("Access-Control-Allow-Headers", "Authorization, Content-Type");
        return true;
    }

    private void requireToken(Context context) {
        boolean guarded = context.path().startsWith("/api/") || context.path().equals("/metrics");
        if (!access.needsToken() || !guarded) {
            return;
        }
        var header = String.valueOf(context.header("Authorization"));
        var given = header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
        // Takes the same time for any input.
        if (!MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), access.token().getBytes(StandardCharsets.UTF_8))) {
            context.header("WWW-Authenticate", "Bearer");
            throw Problem.of(
                    Problem.Kind.TOKEN_NEEDED,
                    "a request must carry the service's token but does not; send the header \"Authorization: Bearer TOKEN\""
                            + " with the token that the service was started with");
        }
    }
}
