package reaging.app.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A file of the page or the description of the service, read from the program's resources.
 *
 * @param path path under which it is served
 * @param type media type
 */
record PageFile(String path, String type, byte[] content) {
    static List<PageFile> all() {
        return List.of(
                read("/", "index.html", "text/html; charset=utf-8"),
                read("/page.css", "page.css", "text/css; charset=utf-8"),
                read("/page.js", "page.js", "text/javascript; charset=utf-8"),
                read("/openapi.json", "openapi.json", "application/json"));
    }

    private static PageFile read(String path, String file, String type) {
        try (var in = PageFile.class.getResourceAsStream(file)) {
            return new PageFile(path, type, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("a part of the program cannot be read: " + file, e);
        }
    }

    Route route() {
        return Route.get(path, this::answer);
    }

    private void answer(Context context) {
        context.header("Cache-Control", "no-cache");
        context.contentType(type).result(content);
    }
}
