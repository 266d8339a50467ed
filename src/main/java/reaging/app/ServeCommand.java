package reaging.app;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reaging.app.faults.Message;
import reaging.app.options.ModelOptions;
import reaging.app.server.Access;
import reaging.app.server.Limits;
import reaging.app.server.Service;
import reaging.faces.PhotoReAger;

/** Serves a web page and a REST API. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Serves a web page on which you drop a photo and re-age its faces with a slider, and a REST API for programs."
                    + " Both share one model in memory on this computer: photos are sent nowhere else, are never written to"
                    + " disk, and are forgotten a few minutes after their last use.",
            "By default only this computer can connect; --host allows others, which need a token."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ragan serve                                 then open http://localhost:8080",
            "  curl -F photo=@party.jpg 'http://localhost:8080/api/reage?ages=70' -o party_70.jpg",
            "  ragan serve --host 0.0.0.0 --token SECRET   for others on the network, who need the token",
            "",
            "The page is at /; /openapi.json describes the REST API, and /metrics is for Prometheus. Ctrl-C or SIGTERM stops",
            "the service once all current requests are answered."
        })
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private ModelOptions model = new ModelOptions();

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Port to listen on, 0 for any free one; default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description =
                    "Address to listen on, 0.0.0.0 for all addresses of this computer; default: ${DEFAULT-VALUE}, which"
                            + " only this computer can reach.")
    private String host;

    @Option(
            names = "--token",
            description =
                    "Token that requests must carry as \"Authorization: Bearer TOKEN\"; default: the variable RAGAN_TOKEN,"
                            + " or else none for this computer alone and a new random one for others.")
    private String token = System.getenv().getOrDefault("RAGAN_TOKEN", "");

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "A host name of the service besides localhost and addresses; can be repeated.")
    private List<String> names = List.of();

    @Option(
            names = "--cors",
            paramLabel = "ORIGIN",
            description = "Another site whose pages may use the service, such as https://example.org; can be repeated.")
    private List<String> origins = List.of();

    @ArgGroup(validate = false, heading = "%nLimits:%n")
    private LimitOptions limits = new LimitOptions();

    static final class LimitOptions {
        @Option(
                names = "--max-bytes",
                paramLabel = "N",
                defaultValue = "20000000",
                description = "Maximum size of an upload; default: ${DEFAULT-VALUE}.")
        private long bytes;

        @Option(
                names = "--max-pixels",
                paramLabel = "N",
                defaultValue = "25000000",
                description = "Maximum size of a photo, checked before decoding; default: ${DEFAULT-VALUE}.")
        private long pixels;

        @Option(
                names = "--max-faces",
                paramLabel = "N",
                defaultValue = "20",
                description = "Maximum number of faces to re-age in a photo; default: ${DEFAULT-VALUE}.")
        private int faces;

        @Option(
                names = "--max-ages",
                paramLabel = "N",
                defaultValue = "24",
                description = "Maximum number of ages per request; default: ${DEFAULT-VALUE}.")
        private int ages;

        @Option(
                names = "--max-requests",
                paramLabel = "N",
                defaultValue = "32",
                description = "Maximum number running or waiting; more get 429 at once. Default: ${DEFAULT-VALUE}.")
        private int requests;

        @Option(
                names = "--timeout",
                paramLabel = "SECONDS",
                defaultValue = "30",
                description = "Time limit for a request, including its upload; default: ${DEFAULT-VALUE}.")
        private long seconds;

        @Option(
                names = "--max-photos",
                paramLabel = "N",
                defaultValue = "64",
                description = "Maximum number of photos held in memory for pages; default: ${DEFAULT-VALUE}.")
        private int photos;

        @Option(
                names = "--photo-memory",
                paramLabel = "BYTES",
                defaultValue = "256000000",
                description = "Maximum memory for them in total; default: ${DEFAULT-VALUE}.")
        private long heldBytes;

        @Option(
                names = "--idle",
                paramLabel = "MINUTES",
                defaultValue = "10",
                description = "Time after which an unused photo is forgotten; default: ${DEFAULT-VALUE}.")
        private long idleMinutes;

        private Limits limits() {
            return new Limits(
                    bytes,
                    pixels,
                    faces,
                    ages,
                    requests,
                    Duration.ofSeconds(seconds),
                    photos,
                    heldBytes,
                    Duration.ofMinutes(idleMinutes));
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        var allowed = limits.limits();
        var access = access();
        var reAger = model.open();
        var service = new Service(reAger, allowed, access, ServeCommand::report);
        try {
            System.out.println(welcome(reAger, access, service.start(host, port)));
        } catch (RuntimeException e) {
            service.close();
            reAger.close();
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service, reAger), "stop"));
        new CountDownLatch(1).await(); // until the program is stopped
        return 0;
    }

    private static void stop(Service service, PhotoReAger reAger) {
        System.err.println("ragan: stopping once all current requests are answered");
        service.close();
        reAger.close();
    }

    private static void report(Throwable fault) {
        System.err.println("ragan: a request failed: " + Message.of(fault));
    }

    private Access access() {
        Set<String> called = new HashSet<>();
        names.forEach(name -> called.add(name.toLowerCase(Locale.ROOT)));
        boolean generated = token.isEmpty() && !Access.isLocal(host);
        return new Access(host.toLowerCase(Locale.ROOT), called, generated ? Access.newToken() : token, origins);
    }

    private String welcome(PhotoReAger reAger, Access access, int actualPort) {
        var called = Access.isLocal(host) || host.equals("0.0.0.0") ? "localhost" : host;
        var address =
                "http://" + called + ":" + actualPort + "/" + (access.needsToken() ? "#token=" + access.token() : "");
        var offer = ModelOptions.offer(reAger);
        return "Model " + reAger.model().name() + " is ready. Open " + address
                + (offer.isEmpty() ? "" : "\n" + offer + ".");
    }
}
