package reaging.app.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import reaging.faces.PhotoReAger;
import reaging.pictures.UnreadablePicture;

/**
 * The web page and the REST API. It answers from its start until it is closed, which waits for current requests. Photos are
 * held only in memory, and nothing about them is logged.
 */
public final class Service implements AutoCloseable {
    private static final String ROUTE = "route";
    private static final Duration LAST_REQUESTS = Duration.ofSeconds(20);
    private static final int IDLE_CONNECTION_MILLISECONDS = 10_000;
    private static final Duration SWEEP = Duration.ofSeconds(20);

    private final Safety safety;
    private final Consumer<Throwable> faults;
    private final Measurements measurements = new Measurements();
    private final Admission admission;
    private final Engine engine;
    private final List<Route> routes = new ArrayList<>();
    private final Timer sweeper = new Timer("sweeper", true);
    private final Javalin javalin;

    /**
     * Prepares the service.
     *
     * @param reAger re-ages the photos; it stays open when the service is closed
     * @param faults receives unexpected errors
     */
    public Service(PhotoReAger reAger, Limits limits, Access access, Consumer<Throwable> faults) {
        // Otherwise ImageIO writes pictures to temporary files while encoding.
        ImageIO.setUseCache(false);
        this.faults = faults;
        safety = new Safety(access);
        admission = new Admission(
                limits.requests(), Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
        var batcher = new Batcher(measurements::batch);
        engine = new Engine(reAger, limits, batcher);
        var photos = new PhotoCache(limits, System::nanoTime);
        PageFile.all().stream().map(PageFile::route).forEach(routes::add);
        routes.addAll(new AboutRoutes(reAger, limits, admission, measurements).routes());
        routes.addAll(new PhotoRoutes(engine, limits, admission).routes());
        var people = People.drawFor(reAger.model());
        routes.addAll(new CachedPhotoRoutes(engine, limits, admission, photos, people).routes());
        engine.warmUp(people.photo(1));
        sweeper.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        photos.forgetIdle();
                    }
                },
                SWEEP.toMillis(),
                SWEEP.toMillis());
        measure(photos, batcher);
        javalin = Javalin.create(config -> configure(config, limits));
    }

    private void measure(PhotoCache photos, Batcher batcher) {
        measurements.gauge("ragan_requests_admitted", "Requests that are running or waiting.", admission::taken);
        measurements.gauge("ragan_model_waiting_faces", "Faces waiting for the model.", batcher::waiting);
        measurements.gauge("ragan_held_photos", "Photos held for the page.", photos::count);
        measurements.gauge("ragan_held_bytes", "Bytes taken by held photos.", photos::bytes);
    }

    private void configure(JavalinConfig config, Limits limits) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        config.jetty.threadPool = new QueuedThreadPool(limits.requests() + 16, 8);
        config.jetty.modifyHttpConfiguration(Service::restrict);
        config.jetty.modifyServer(Service::prepare);
        config.routes.before(safety::check);
        routes.forEach(
                route -> config.routes.addHttpHandler(route.method(), route.path(), context -> answer(route, context)));
        config.routes.exception(HttpResponseException.class, this::problem);
        config.routes.exception(Exception.class, this::problem);
        config.requestLogger.http(this::measure);
    }

    private static void prepare(Server server) {
        server.setErrorHandler(new ProblemHandler());
        // A request gives its place back before the last of its answer is sent, so this is waited for as well.
        server.setHandler(new GracefulHandler());
        server.setStopTimeout(LAST_REQUESTS.toMillis());
        // Stopping the program closes the service, which waits for requests.
        server.setStopAtShutdown(false);
    }

    private static void restrict(HttpConfiguration http) {
        http.setSendServerVersion(false);
        // A case-insensitive cache of headers could confuse two tokens.
        http.setHeaderCacheSize(0);
        http.setIdleTimeout(IDLE_CONNECTION_MILLISECONDS);
    }

    private void answer(Route route, Context context) throws Exception {
        context.attribute(ROUTE, route.path());
        try {
            route.handler().handle(context);
        } catch (OutOfMemoryError e) {
            throw Problem.of(
                    Problem.Kind.OVERLOADED,
                    "the photo must fit into the remaining memory but does not; make it smaller, or try again later");
        }
    }

    private void measure(Context context, Float milliseconds) {
        String route = context.attribute(ROUTE);
        measurements.answered(route == null ? "other" : route, context.statusCode(), milliseconds);
    }

    private void problem(Exception thrown, Context context) {
        var problem = problem(thrown);
        if (problem.kind() == Problem.Kind.BUSY) {
            context.header("Retry-After", "1");
        } else if (problem.kind() == Problem.Kind.OVERLOADED) {
            context.header("Retry-After", "5");
        }
        context.status(problem.kind().status())
                .contentType("application/problem+json")
                .result(Json.of(problem.body()));
    }

    private Problem problem(Exception thrown) {
        if (thrown instanceof Problem problem) {
            return problem;
        }
        if (thrown instanceof UnreadablePicture unreadable) {
            return Problem.of(Problem.Kind.UNREADABLE_PHOTO, unreadable.getMessage());
        }
        if (thrown instanceof HttpResponseException response) {
            return ofJavalin(response);
        }
        if (thrown instanceof HttpException http) {
            return ofJetty(http);
        }
        faults.accept(thrown);
        return Problem.of(
                Problem.Kind.FAULT, "this should not happen; the service's operator finds details in its output");
    }

    /** Translates errors that the server raises while it reads an upload. */
    private static Problem ofJetty(HttpException http) {
        return http.getCode() == 408
                ? Problem.of(
                        Problem.Kind.TOO_SLOW_UPLOAD,
                        "an upload must arrive without long pauses but did not; make the photo smaller, or try again")
                : Problem.of(Problem.Kind.BAD_REQUEST, "a request must be valid HTTP but this one is not");
    }

    /** Translates Javalin's own errors. */
    private static Problem ofJavalin(HttpResponseException response) {
        return switch (response.getStatus()) {
            case 404 ->
                Problem.of(Problem.Kind.NOT_FOUND, "an address must be listed in /openapi.json but this one is not");
            case 405 ->
                Problem.of(
                        Problem.Kind.METHOD_NOT_ALLOWED,
                        "a method must be listed in /openapi.json but this one is not");
            case 413 -> Problem.of(Problem.Kind.TOO_LARGE, "the upload is too large; make the photo smaller");
            default -> Problem.of(Problem.Kind.BAD_REQUEST, "a request must be valid HTTP but this one is not");
        };
    }

    /** Lists all routes. */
    List<Route> routes() {
        return List.copyOf(routes);
    }

    /**
     * Starts to answer requests.
     *
     * @param port port to listen on; 0: any free one
     * @return the actual port
     * @throws IllegalArgumentException if the service cannot listen on it
     */
    public int start(String host, int port) {
        try {
            return javalin.start(host, port).port();
        } catch (JavalinBindException e) {
            throw new IllegalArgumentException(
                    "the service cannot listen on " + host + ", port " + port
                            + ": the port is taken, or the address does not belong to this computer; try another",
                    e);
        }
    }

    @Override
    public void close() {
        admission.close(LAST_REQUESTS);
        javalin.stop();
        sweeper.cancel();
        engine.close();
    }
}
