package reaging.app.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The files of the page and the description of the service, which are part of the program. */
enum PageFile {
    PAGE("/", "index.html", "text/html; charset=utf-8"),
    STYLE("/page.css", "page.css", "text/css; charset=utf-8"),
    SCRIPT("/page.js", "page.js", "text/javascript; charset=utf-8"),
    DESCRIPTION("/openapi.json", "openapi.json", "application/json");

    private final String path;
    private final String type;
    private final byte[] content;

    PageFile(String path, String file, String type) {
        this.path = path;
        this.type = type;
        try (var in = PageFile.class.getResourceAsStream(file)) {
            content = in.readAllBytes();
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
