package reaging.app.server;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reaging.faces.PhotoReAger;
import reaging.savedmodel.ModelCard;

/** Answers questions about the service: its model, its limits, its health. */
final class AboutRoutes {
    private final PhotoReAger reAger;
    private final Limits limits;
    private final Admission admission;
    private final Measurements measurements;

    AboutRoutes(PhotoReAger reAger, Limits limits, Admission admission, Measurements measurements) {
        this.reAger = reAger;
        this.limits = limits;
        this.admission = admission;
        this.measurements = measurements;
    }

    private record Model(
            String name,
            int side,
            @Nullable String description,
            @Nullable String data,
            @Nullable String licence,
            Map<String, Double> metrics,
            boolean stages,
            boolean faceNetworks) {}

    private record Allowed(
            long bytes,
            long pixels,
            int faces,
            int pictures,
            int requests,
            long seconds,
            int photos,
            long idleSeconds) {}

    private record Models(List<Model> models, Allowed limits) {}

    private record Health(String status) {}

    List<Route> routes() {
        return List.of(
                Route.get("/api/models", this::models),
                Route.get("/health", this::health),
                Route.get("/metrics", this::metrics));
    }

    private void models(Context context) {
        var model = reAger.model();
        var card = model.card();
        var only = new Model(
                model.name(),
                model.imageSize(),
                card.map(ModelCard::description).orElse(null),
                card.map(ModelCard::data).orElse(null),
                card.map(ModelCard::licence).orElse(null),
                card.map(ModelCard::metrics).orElse(Map.of()),
                model.offersStages(),
                reAger.usesNetworks());
        var allowed = new Allowed(
                limits.bytes(),
                limits.pixels(),
                limits.faces(),
                limits.pictures(),
                limits.requests(),
                limits.time().toSeconds(),
                limits.photos(),
                limits.idle().toSeconds());
        context.contentType("application/json").result(Json.of(new Models(List.of(only), allowed)));
    }

    private void health(Context context) {
        boolean stopping = admission.isClosed();
        context.status(stopping ? 503 : 200)
                .contentType("application/json")
                .result(Json.of(new Health(stopping ? "stopping" : "ok")));
    }

    private void metrics(Context context) {
        context.contentType(Measurements.TYPE).result(measurements.text());
    }
}
