package reaging.app.server;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * An address and its handler.
 *
 * @param path path, with the names of its variable parts in braces
 */
record Route(HandlerType method, String path, Handler handler) {
    static Route get(String path, Handler handler) {
        return new Route(HandlerType.GET, path, handler);
    }

    static Route post(String path, Handler handler) {
        return new Route(HandlerType.POST, path, handler);
    }

    static Route delete(String path, Handler handler) {
        return new Route(HandlerType.DELETE, path, handler);
    }
}
