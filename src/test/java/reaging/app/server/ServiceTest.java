package reaging.app.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static reaging.app.server.RunningService.assertProblem;
import static reaging.app.server.RunningService.json;
import static reaging.app.server.RunningService.picture;

import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reaging.pictures.Pictures;

/** The service on photos of two drawn people. */
@Tag("slow")
class ServiceTest {
    private static final byte[] SCENE = RunningService.scene();

    private static RunningService running;

    @BeforeAll
    static void start() {
        running = new RunningService(Limits.USUAL.withUploads(2_000_000, 1_000_000), Access.local());
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @AfterEach
    void nothingThatShouldNotHappenHappened() {
        assertEquals(List.of(), running.faults);
    }

    private static int changed(BufferedImage before, BufferedImage after, int left, int right) {
        int changed = 0;
        for (int y = 0; y < before.getHeight(); y++) {
            for (int x = left; x < right; x++) {
                changed += before.getRGB(x, y) == after.getRGB(x, y) ? 0 : 1;
            }
        }
        return changed;
    }

    private static BufferedImage scene() throws IOException {
        return ImageIO.read(new ByteArrayInputStream(SCENE));
    }

    @ParameterizedTest
    @CsvSource({"/, text/html", "/page.css, text/css", "/page.js, text/javascript", "/openapi.json, application/json"})
    void thePageMayUseNothingButItself(String path, String type) {
        var answer = running.get(path);
        assertEquals(200, answer.statusCode());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith(type));
        var policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';"), policy);
        assertEquals(
                "nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertTrue(answer.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
        assertTrue(answer.headers().firstValue("Server").isEmpty());
    }

    @Test
    void facesAreFound() {
        var photo = json(running.post("/api/faces", SCENE));
        assertEquals(800, photo.get("width").getAsInt());
        var faces = photo.getAsJsonArray("faces");
        assertEquals(2, faces.size());
        var box = faces.get(1).getAsJsonObject().getAsJsonObject("box");
        assertEquals(580, box.get("x").getAsDouble() + box.get("width").getAsDouble() / 2, 25);
    }

    @Test
    void aChosenFaceIsReAgedAndTheRestStaysAsItIs() throws IOException {
        var answer = running.post("/api/reage?age=75&faces=2", SCENE);
        assertEquals("image/png", answer.headers().firstValue("Content-Type").orElse(""));
        var after = picture(answer);
        assertTrue(changed(scene(), after, 420, 740) > 1000);
        assertEquals(0, changed(scene(), after, 0, 410));
        assertTrue(
                new String(answer.body(), StandardCharsets.ISO_8859_1).contains("Synthetic: faces made by a network"));
    }

    @Test
    void aJpegFileComesBackAsOneAndFormatsCanBeAskedFor() throws IOException {
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(scene(), "jpeg", jpeg);
        var same = running.post("/api/reage?age=75", jpeg.toByteArray());
        assertEquals("image/jpeg", same.headers().firstValue("Content-Type").orElse(""));
        var png = running.post("/api/reage?age=75&format=png", jpeg.toByteArray());
        assertEquals("image/png", png.headers().firstValue("Content-Type").orElse(""));
        assertEquals(800, picture(png).getWidth());
    }

    @Test
    void severalAgesAreAStripOrAPictureEach() throws IOException {
        assertEquals(
                3 * 720, picture(running.post("/api/reage?ages=5,75", SCENE)).getWidth());
        var all = json(running.post("/api/reage?ages=all&format=json&faces=largest", SCENE));
        assertEquals("synthetic-tiny", all.get("model").getAsString());
        var pictures = all.getAsJsonArray("pictures");
        assertEquals(10, pictures.size());
        var oldest = pictures.get(9).getAsJsonObject();
        assertEquals(80, oldest.get("age").getAsDouble());
        byte[] content = Base64.getDecoder().decode(oldest.get("base64").getAsString());
        assertTrue(changed(scene(), ImageIO.read(new ByteArrayInputStream(content)), 420, 740) > 1000);
    }

    @Test
    void aFormBringsThePhotoAndTheWords() throws IOException {
        var answer = RunningService.send(form("photo", SCENE, "age", "75"));
        assertTrue(changed(scene(), picture(answer), 0, 800) > 1000);
    }

    private static HttpRequest.Builder form(String part, byte[] content, String word, String value) {
        var start = "--B\r\nContent-Disposition: form-data; name=\"" + word + "\"\r\n\r\n" + value
                + "\r\n--B\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"../../a.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n";
        var body = new ByteArrayOutputStream();
        body.writeBytes(start.getBytes(StandardCharsets.ISO_8859_1));
        body.writeBytes(content);
        body.writeBytes("\r\n--B--\r\n".getBytes(StandardCharsets.ISO_8859_1));
        return running.request("/api/reage")
                .header("Content-Type", "multipart/form-data; boundary=B")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    }

    @Test
    void aHeldPhotoIsSeenAtAnyAgeUntilItIsForgotten() throws IOException {
        var answer = running.post("/api/photos", SCENE);
        assertEquals(201, answer.statusCode());
        var path = answer.headers().firstValue("Location").orElseThrow();
        var part = running.get(path + "/preview?age=75&faces=1");
        var bounds = part.headers().firstValue("Picture-Bounds").orElseThrow().split(" ", -1);
        assertEquals(Integer.parseInt(bounds[2]), picture(part).getWidth());
        assertTrue(
                Integer.parseInt(bounds[0]) + Integer.parseInt(bounds[2]) < 410,
                part.headers().toString());
        assertEquals(800, picture(running.get(path + "/preview")).getWidth());
        assertEquals(4 * 720, picture(running.get(path + "/strip?ages=5,30,75")).getWidth());
        assertArrayEquals(
                running.post("/api/reage?age=75&faces=1", SCENE).body(),
                running.get(path + "/result?age=75&faces=1").body());
        assertEquals(204, RunningService.send(running.request(path).DELETE()).statusCode());
        assertProblem(404, "not-found", "send it again", running.get(path + "/preview?age=75"));
    }

    @Test
    void anAnimationGoesFromOneAgeToAnotherAndBack() throws IOException {
        var answer = running.post("/api/animate?from=10&to=80&frames=4&side=200", SCENE);
        assertEquals("image/gif", answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals(200, picture(answer).getWidth());
        assertProblem(
                400,
                "bad-request",
                "frames must be a whole number from 2 to 48",
                running.post("/api/animate?frames=99", SCENE));
        var held = running.post("/api/photos", SCENE)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertEquals(
                200, picture(running.get(held + "/animation?frames=2&side=200")).getWidth());
    }

    @Test
    void aFaceCanBeLookedInto() throws IOException {
        var path = running.post("/api/photos?person=3&aligned=true", new byte[0])
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var crop = picture(running.get(path + "/faces/1/crop"));
        assertEquals(64, crop.getWidth());
        assertTrue(changed(crop, picture(running.get(path + "/faces/1/crop?age=80")), 0, 64) > 500);
        assertEquals(64, picture(running.get(path + "/faces/1/mask")).getWidth());
        var style = json(running.get(path + "/faces/1/style?age=20"));
        assertEquals(64, style.getAsJsonArray("style").size());
        assertProblem(400, "bad-request", "face must be", running.get(path + "/faces/2/crop"));
    }

    @Test
    void eightPeopleCanBeTried() throws IOException {
        assertEquals(512, picture(running.get("/api/people/8")).getWidth());
        assertProblem(400, "bad-request", "from 1 to 8", running.get("/api/people/9"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "age=x | an age must be a number of years but is \"x\"",
                "age=121 | an age must be from 0 to 120 years but is 121",
                "age=NaN | an age must be from 0 to 120",
                "ages=1,,2 | an age must be a number",
                "ages= | ages must be comma-separated years",
                "age=1&faces=most | faces must be",
                "age=1&faces=3 | from 1 to 2 counted from the left, but names 3",
                "age=1&format=bmp | format must be one of same, jpeg, png, json but is \"bmp\"",
                "ages=1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1 | at most 24 ages may be given but there are 25"
            })
    void wrongWordsAreSaid(String query, String detail) {
        assertProblem(400, "bad-request", detail, running.post("/api/reage?" + query, SCENE));
    }

    @Test
    void whatIsNoPhotoIsRefused() {
        assertProblem(400, "bad-request", "curl -F photo=@", running.post("/api/faces", new byte[0]));
        assertProblem(
                422,
                "unreadable-photo",
                "HTML or XML",
                running.post("/api/faces", "<svg/>".getBytes(StandardCharsets.UTF_8)));
        var half = Arrays.copyOf(SCENE, SCENE.length / 2);
        assertProblem(422, "unreadable-photo", "whole picture", running.post("/api/reage?age=3", half));
        var wall = Pictures.png(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB));
        assertProblem(422, "no-face", "none was found", running.post("/api/reage?age=3", wall));
    }

    @Test
    void whatIsTooLargeIsRefused() {
        assertProblem(413, "too-large", "at most 2,000,000 bytes", running.post("/api/faces", new byte[2_000_001]));
        var bomb = Pictures.png(new BufferedImage(4000, 4000, BufferedImage.TYPE_BYTE_GRAY));
        assertProblem(422, "unreadable-photo", "at most 1,000,000 pixels", running.post("/api/faces", bomb));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/none", "/../pom.xml", "/page.css/..%2f", "/api"})
    void otherAddressesAreProblems(String path) {
        var answer = running.get(path);
        assertTrue(answer.statusCode() == 404 || answer.statusCode() == 400, path);
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void anotherMethodIsAProblem() {
        assertProblem(405, "method-not-allowed", "/openapi.json", running.get("/api/reage"));
    }

    @Test
    void thereIsHealthAndWhatPrometheusReads() {
        assertEquals("ok", json(running.get("/health")).get("status").getAsString());
        var text = new String(running.get("/metrics").body(), StandardCharsets.UTF_8);
        assertTrue(text.contains("ragan_requests_total{route=\"/health\",status=\"200\"}"), text);
        assertTrue(text.contains("ragan_held_photos"), text);
    }

    @Test
    void aForeignNameOrSiteIsRefused() throws IOException {
        var foreign = running.raw("GET /health HTTP/1.1\r\nHost: example.org\r\nConnection: close\r\n\r\n");
        assertTrue(foreign.startsWith("HTTP/1.1 421 "), foreign);
        var origin = RunningService.send(running.request("/api/models").header("Origin", "https://example.org"));
        assertProblem(403, "foreign-origin", "another site", origin);
        var hidden = RunningService.send(running.request("/api/models").header("Sec-Fetch-Site", "cross-site"));
        assertProblem(403, "foreign-origin", "another site", hidden);
        var own = RunningService.send(
                running.request("/api/models").header("Origin", "http://localhost:" + running.port()));
        assertEquals(200, own.statusCode());
    }

    @Test
    void headersThatAreTooLongAreAProblem() throws IOException {
        var answer = running.raw("GET /health HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 431 "), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
    }

    @Test
    void nothingOfAPhotoComesToLieInAFile() throws IOException {
        var folder = Path.of(System.getProperty("java.io.tmpdir"));
        var before = files(folder);
        running.post("/api/photos", SCENE);
        RunningService.send(form("photo", SCENE, "ages", "5,75"));
        var after = files(folder);
        after.removeAll(before);
        assertEquals(Set.of(), after);
        assertFalse(ImageIO.getUseCache());
    }

    private static Set<String> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("imageio") || name.startsWith("MultiPart"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void theDescriptionHasExactlyTheRoutes() {
        Set<String> described = new TreeSet<>();
        var paths = json(running.get("/openapi.json")).getAsJsonObject("paths");
        for (var path : paths.keySet()) {
            paths.getAsJsonObject(path)
                    .keySet()
                    .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path));
        }
        var routes = running.service.routes().stream()
                .map(route -> route.method().name() + " " + route.path())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(routes, described);
    }

    @ParameterizedTest
    @CsvSource({"/api/reage, /api/reage?age=5", "/api/faces, /api/faces", "/api/photos, /api/photos"})
    void answersAreOfATypeThatTheDescriptionHas(String path, String address) {
        var answer = running.post(address, SCENE);
        var operation = json(running.get("/openapi.json"))
                .getAsJsonObject("paths")
                .getAsJsonObject(path)
                .getAsJsonObject("post");
        var described = operation.getAsJsonObject("responses").getAsJsonObject(String.valueOf(answer.statusCode()));
        var type = answer.headers().firstValue("Content-Type").orElse("");
        assertTrue(described.getAsJsonObject("content").has(type), type);
        if (type.equals("application/json")) {
            assertHas(
                    answer,
                    described
                            .getAsJsonObject("content")
                            .getAsJsonObject(type)
                            .getAsJsonObject("schema")
                            .get("$ref")
                            .getAsString());
        }
    }

    /** The description has everything that is in the answer. */
    private static void assertHas(HttpResponse<byte[]> answer, String reference) {
        var schema = json(running.get("/openapi.json"))
                .getAsJsonObject("components")
                .getAsJsonObject("schemas")
                .getAsJsonObject(reference.substring(reference.lastIndexOf('/') + 1));
        for (var name : json(answer).keySet()) {
            assertTrue(schema.getAsJsonObject("properties").has(name), reference + " has no " + name);
        }
        for (var name : schema.getAsJsonArray("required")) {
            assertTrue(json(answer).has(name.getAsString()), reference + " wants " + name);
        }
    }

    @Test
    void theDescriptionIsJson() throws IOException {
        try (var in = Service.class.getResourceAsStream("openapi.json")) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(JsonParser.parseString(text).getAsJsonObject().has("openapi"));
        }
    }
}
