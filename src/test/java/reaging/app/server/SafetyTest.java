package reaging.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static reaging.app.server.RunningService.assertProblem;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service for others, with a token, one place, and little time. */
@Tag("slow")
class SafetyTest {
    private static final String SITE = "https://example.org";

    private static RunningService running;

    @BeforeAll
    static void start() {
        running = new RunningService(
                Limits.USUAL.withRequests(1, Duration.ofSeconds(1)),
                new Access("0.0.0.0", Set.of("faces.example"), "secret", List.of(SITE)));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "Bearer Secret", "Bearer secret2", "secret", "Basic secret"})
    void whoHasNoTokenIsRefused(String authorization) {
        // The connection has heard the right one.
        RunningService.send(running.request("/api/models").header("Authorization", "Bearer secret"));
        var request = running.request("/api/models");
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        var answer = RunningService.send(request);
        assertProblem(401, "token-needed", "Authorization: Bearer", answer);
        assertEquals("Bearer", answer.headers().firstValue("WWW-Authenticate").orElse(""));
    }

    @Test
    void whoHasTheTokenIsAnsweredAndThePageAndItsHealthAreForAll() {
        var request = running.request("/api/models").header("Authorization", "Bearer secret");
        assertEquals(200, RunningService.send(request).statusCode());
        assertEquals(200, running.get("/").statusCode());
        assertEquals(200, running.get("/health").statusCode());
        assertProblem(401, "token-needed", "token", running.get("/metrics"));
    }

    @Test
    void aSiteThatIsNamedMayAskAndNoOther() {
        var asked = running.request("/api/reage")
                .header("Origin", SITE)
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody());
        var answer = RunningService.send(asked);
        assertEquals(204, answer.statusCode());
        assertEquals(
                SITE, answer.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
        var other = running.request("/api/reage")
                .header("Origin", "https://other.example")
                .method("OPTIONS", BodyPublishers.noBody());
        assertProblem(403, "foreign-origin", "another site", RunningService.send(other));
    }

    @Test
    void aNameThatItWasStartedWithIsItsOwn() throws IOException {
        var answer = running.raw("GET /health HTTP/1.1\r\nHost: Faces.example:80\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    }

    @Test
    void oneMoreThanThereArePlacesIsSentAwayAndASlowSenderLosesItsPlace() throws IOException {
        var slow = "POST /api/faces HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer secret\r\n"
                + "Content-Length: 1000\r\n\r\nbeginning";
        try (var sender = running.begin(slow)) {
            awaitAdmitted();
            var answer = RunningService.send(running.request("/api/faces")
                    .header("Authorization", "Bearer secret")
                    .POST(BodyPublishers.ofByteArray(new byte[10])));
            assertProblem(429, "busy", "at most 1 requests", answer);
            assertEquals("1", answer.headers().firstValue("Retry-After").orElse(""));
            var ended = new String(sender.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertEquals("HTTP/1.1 408", ended);
        }
    }

    private static void awaitAdmitted() {
        while (true) {
            var text = new String(
                    RunningService.send(running.request("/metrics").header("Authorization", "Bearer secret"))
                            .body(),
                    StandardCharsets.UTF_8);
            if (text.contains("ragan_requests_admitted 1.0")) {
                return;
            }
        }
    }

    @Test
    void onlyAddressesOfThisComputerAreLocal() {
        assertTrue(Access.isLocal("127.0.0.1") && Access.isLocal("localhost") && Access.isLocal("::1"));
        assertFalse(Access.isLocal("0.0.0.0") || Access.isLocal("192.168.1.7") || Access.isLocal("127.example"));
    }
}
