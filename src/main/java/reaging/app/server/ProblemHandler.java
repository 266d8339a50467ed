package reaging.app.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers malformed requests that cannot be passed on, such as one whose headers are too long. */
final class ProblemHandler extends ErrorHandler {
    private static final String BODY =
            "{\"type\":\"about:blank\",\"status\":%d,\"detail\":\"a request must be complete, valid HTTP with short headers but"
                    + " this one is not\"}";

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.write(true, ByteBuffer.wrap(BODY.formatted(status).getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }
}
