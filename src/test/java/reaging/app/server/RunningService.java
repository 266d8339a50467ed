package reaging.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import reaging.TwoPeople;
import reaging.faces.PhotoReAger;
import reaging.pictures.Pictures;

/** A service with the model of drawn faces on a port of its own; without any network installed. */
final class RunningService implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final List<Throwable> faults = new ArrayList<>();
    final Service service;
    private final PhotoReAger reAger;
    private final int port;

    RunningService(Limits limits, Access access) {
        reAger = PhotoReAger.open(
                Path.of("savedmodels/synthetic-tiny"), OptionalInt.empty(), Path.of("target/no-networks"));
        service = new Service(reAger, limits, access, faults::add);
        port = service.start("127.0.0.1", 0);
    }

    /** Two drawn people side by side, a PNG file of 800 x 500 pixels. */
    static byte[] scene() {
        return Pictures.png(TwoPeople.picture());
    }

    int port() {
        return port;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    HttpResponse<byte[]> get(String path) {
        return send(request(path));
    }

    HttpResponse<byte[]> post(String path, byte[] body) {
        return send(request(path).POST(BodyPublishers.ofByteArray(body)));
    }

    static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens a connection and sends the beginning of a request. */
    Socket begin(String text) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return socket;
    }

    /** Sends a whole request as it stands, and reads until the service closes the connection. */
    String raw(String text) throws IOException {
        try (var socket = begin(text);
                InputStream in = socket.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    static JsonObject json(HttpResponse<byte[]> response) {
        return JsonParser.parseString(new String(response.body(), StandardCharsets.UTF_8))
                .getAsJsonObject();
    }

    static BufferedImage picture(HttpResponse<byte[]> response) throws IOException {
        assertEquals(200, response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
        return ImageIO.read(new ByteArrayInputStream(response.body()));
    }

    /** The answer is a problem of this kind, which says something and gives nothing of the inside away. */
    static void assertProblem(int status, String kind, String detail, HttpResponse<byte[]> response) {
        var text = new String(response.body(), StandardCharsets.UTF_8);
        assertEquals(status, response.statusCode(), text);
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElse(""));
        var problem = json(response);
        assertEquals("urn:ragan:problem:" + kind, problem.get("type").getAsString());
        assertEquals(status, problem.get("status").getAsInt());
        assertTrue(problem.get("detail").getAsString().contains(detail), text);
        assertTrue(!text.contains("reaging.") && !text.contains("savedmodels") && !text.contains("java."), text);
    }

    @Override
    public void close() {
        service.close();
        reAger.close();
    }
}
