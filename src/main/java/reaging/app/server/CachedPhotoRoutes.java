package reaging.app.server;

import io.javalin.http.Context;
import java.awt.image.BufferedImage;
import java.util.List;
import reaging.faces.EncodedFace;
import reaging.pictures.Pictures;

/** Serves photos that are sent once and requested at many ages, as the page does while its slider moves. */
final class CachedPhotoRoutes {
    private static final String JPEG = "image/jpeg";

    private final Engine engine;
    private final Limits limits;
    private final Admission admission;
    private final PhotoCache photos;
    private final People people;

    CachedPhotoRoutes(Engine engine, Limits limits, Admission admission, PhotoCache photos, People people) {
        this.engine = engine;
        this.limits = limits;
        this.admission = admission;
        this.photos = photos;
        this.people = people;
    }

    private record Size(int width, int height) {}

    private record Stored(String id, long idleSeconds, Size preview, PhotoAnswer photo) {}

    private record Style(double age, float[] style) {}

    List<Route> routes() {
        return List.of(
                Route.get("/api/people/{person}", this::person),
                Route.post("/api/photos", this::hold),
                Route.delete("/api/photos/{id}", this::forget),
                Route.get("/api/photos/{id}/preview", this::preview),
                Route.get("/api/photos/{id}/strip", this::strip),
                Route.get("/api/photos/{id}/result", this::result),
                Route.get("/api/photos/{id}/animation", this::animation),
                Route.get("/api/photos/{id}/faces/{face}/crop", this::crop),
                Route.get("/api/photos/{id}/faces/{face}/mask", this::mask),
                Route.get("/api/photos/{id}/faces/{face}/style", this::style));
    }

    private void person(Context context) {
        int number = new Parameters(context.pathParamMap()).number("person", 1, people.count(), 1);
        context.contentType(JPEG).result(people.photo(number));
    }

    private void hold(Context context) {
        admission.admit(() -> {
            var deadline = Deadline.in(limits.time());
            var upload = Upload.read(context, limits, deadline);
            boolean crop = upload.parameters().is("aligned");
            int person = upload.parameters().number("person", 1, people.count(), 0);
            byte[] content = person == 0 ? upload.required() : people.photo(person);
            admission.inTurn(deadline, () -> {
                var looked = engine.look(content, crop, deadline);
                var faces = engine.encode(looked, engine.usable(looked.found()), deadline);
                var photo = CachedPhoto.of(content, looked, faces);
                var size = new Size(photo.preview().getWidth(), photo.preview().getHeight());
                var held = new Stored(photos.put(photo), limits.idle().toSeconds(), size, photo.answer());
                context.status(201).header("Location", "/api/photos/" + held.id());
                context.contentType("application/json").result(Json.of(held));
            });
        });
    }

    private void forget(Context context) {
        photos.remove(context.pathParam("id"));
        context.status(204);
    }

    private CachedPhoto photo(Context context) {
        return photos.get(context.pathParam("id"));
    }

    /** Sends the unchanged photo or, if an age is given, only the part that differs; a header gives its position. */
    private void preview(Context context) {
        var photo = photo(context);
        var age = Parameters.of(context).age();
        if (age.isEmpty()) {
            png(context, photo.preview());
            return;
        }
        admission.admit(() -> {
            var faces = photo.inPreview(engine, Parameters.of(context).faces());
            var bounds = photo.bounds(faces);
            var picture = engine.pictures(photo.preview(), faces, new double[] {age.get()}, Deadline.in(limits.time()))
                    .get(0);
            var part = Pictures.copy(picture.getSubimage(bounds.x, bounds.y, bounds.width, bounds.height));
            context.header("Picture-Bounds", bounds.x + " " + bounds.y + " " + bounds.width + " " + bounds.height);
            context.contentType(JPEG).result(engine.mark(age.get()).jpeg(part));
        });
    }

    private void strip(Context context) {
        var photo = photo(context);
        double[] ages = Parameters.of(context).ages(limits);
        admission.admit(() -> {
            var faces = photo.inPreview(engine, Parameters.of(context).faces());
            var pictures = engine.pictures(photo.preview(), faces, ages, Deadline.in(limits.time()));
            context.contentType(JPEG).result(engine.mark(ages).jpeg(Result.strip(photo.preview(), pictures, ages)));
        });
    }

    /** Sends the result at the photo's own size, as /api/reage does. */
    private void result(Context context) {
        var photo = photo(context);
        var wanted = Parameters.of(context);
        double[] ages = wanted.ages(limits);
        var format = wanted.oneOf("format", Result.FORMATS);
        admission.admit(() -> {
            var deadline = Deadline.in(limits.time());
            var faces = photo.chosen(engine, wanted.faces()).stream()
                    .map(photo.faces()::get)
                    .toList();
            admission.inTurn(deadline, () -> {
                var looked = engine.open(photo);
                PhotoRoutes.send(context, Result.of(engine, looked, faces, ages, format, deadline));
            });
        });
    }

    private void animation(Context context) {
        var photo = photo(context);
        var film = Film.of(Parameters.of(context));
        admission.admit(() -> {
            var deadline = Deadline.in(limits.time());
            var faces = photo.chosen(engine, Parameters.of(context).faces()).stream()
                    .map(photo.faces()::get)
                    .toList();
            admission.inTurn(deadline, () -> {
                PhotoRoutes.send(context, film.result(engine, engine.open(photo), faces, deadline));
            });
        });
    }

    private EncodedFace face(Context context) {
        var photo = photo(context);
        int number = new Parameters(context.pathParamMap())
                .number("face", 1, photo.answer().faces().size(), 1);
        var face = photo.faces().get(number - 1);
        if (face == null) {
            throw Problem.of(Problem.Kind.NO_FACE, "face " + number + " must be one that can be re-aged but isn't");
        }
        return face;
    }

    /** Sends what the model sees or, with an age, its output. */
    private void crop(Context context) {
        var face = face(context);
        var age = Parameters.of(context).age();
        if (age.isEmpty()) {
            png(context, face.crop());
            return;
        }
        admission.admit(() -> {
            var crop = engine.crop(face, age.get(), Deadline.in(limits.time()));
            context.contentType("image/png").result(engine.mark(age.get()).png(crop));
        });
    }

    private void mask(Context context) {
        png(context, face(context).mask());
    }

    private static void png(Context context, BufferedImage picture) {
        context.contentType("image/png").result(Pictures.png(picture));
    }

    private void style(Context context) {
        double age = Parameters.of(context).age("age", 30);
        admission.admit(() -> {
            var style = face(context)
                    .style(age)
                    .orElseThrow(() -> Problem.of(
                            Problem.Kind.NOT_FOUND,
                            "a model must export its stages to show a style but this one does not"));
            context.contentType("application/json").result(Json.of(new Style(age, style)));
        });
    }
}
