package reaging.app.server;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * Defines who may use the service.
 *
 * @param host address that it listens on
 * @param names host names by which it may be called, besides addresses and localhost
 * @param token token that requests need; empty: none
 * @param origins origins of other sites whose pages may use it
 */
public record Access(String host, Set<String> names, String token, List<String> origins) {
    private static final int TOKEN_BYTES = 18;

    /** Allows only this computer. */
    static Access local() {
        return new Access("127.0.0.1", Set.of(), "", List.of());
    }

    /** Whether an address can be reached only from this computer. */
    public static boolean isLocal(String host) {
        return host.equals("localhost")
                || host.equals("::1")
                || host.equals("[::1]")
                || host.matches("127(\\.\\d+){3}");
    }

    /** Creates a token that nobody can guess. */
    public static String newToken() {
        var bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public boolean needsToken() {
        return !token.isEmpty();
    }
}
