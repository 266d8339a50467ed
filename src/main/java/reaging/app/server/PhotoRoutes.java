package reaging.app.server;

import io.javalin.http.Context;
import java.util.List;

/** Serves photos that are held only for one request. */
final class PhotoRoutes {
    private final Engine engine;
    private final Limits limits;
    private final Admission admission;

    PhotoRoutes(Engine engine, Limits limits, Admission admission) {
        this.engine = engine;
        this.limits = limits;
        this.admission = admission;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/api/faces", this::faces),
                Route.post("/api/reage", this::reAge),
                Route.post("/api/animate", this::animate));
    }

    private void faces(Context context) {
        admission.admit(() -> {
            var deadline = Deadline.in(limits.time());
            var upload = Upload.read(context, limits, deadline);
            admission.inTurn(deadline, () -> {
                var looked = engine.look(upload.required(), upload.parameters().is("aligned"), deadline);
                context.contentType("application/json").result(Json.of(looked.answer()));
            });
        });
    }

    private void reAge(Context context) {
        admission.admit(() -> {
            var deadline = Deadline.in(limits.time());
            var upload = Upload.read(context, limits, deadline);
            var wanted = upload.parameters();
            double[] ages = wanted.ages(limits);
            var choice = wanted.faces();
            var format = wanted.oneOf("format", Result.FORMATS);
            admission.inTurn(deadline, () -> {
                var looked = engine.look(upload.required(), wanted.is("aligned"), deadline);
                var faces = engine.encode(looked, engine.chosen(looked.found(), choice), deadline);
                var result = Result.of(engine, looked, List.copyOf(faces.values()), ages, format, deadline);
                send(context, result);
            });
        });
    }

    private void animate(Context context) {
        admission.admit(() -> {
            var deadline = Deadline.in(limits.time());
            var upload = Upload.read(context, limits, deadline);
            var wanted = upload.parameters();
            var film = Film.of(wanted);
            var choice = wanted.faces();
            admission.inTurn(deadline, () -> {
                var looked = engine.look(upload.required(), wanted.is("aligned"), deadline);
                var faces = engine.encode(looked, engine.chosen(looked.found(), choice), deadline);
                send(context, film.result(engine, looked, List.copyOf(faces.values()), deadline));
            });
        });
    }

    /** Sends a result as a file that a browser may save under its name. */
    static void send(Context context, Result result) {
        context.header("Content-Disposition", "inline; filename=\"" + result.name() + '"');
        context.contentType(result.type()).result(result.content());
    }
}
