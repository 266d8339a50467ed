package reaging.app.server;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.DoubleSupplier;

/** The metrics for Prometheus. */
final class Measurements {
    static final String TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests = Counter.builder()
            .name("ragan_requests_total")
            .help("Answered requests by route and status.")
            .labelNames("route", "status")
            .register(registry);
    private final Histogram seconds = Histogram.builder()
            .name("ragan_request_seconds")
            .help("Time from a request's first byte to its answer, by route.")
            .labelNames("route")
            .classicUpperBounds(.005, .01, .02, .04, .08, .15, .3, .6, 1.2, 2.5, 5, 10, 30)
            .classicOnly()
            .register(registry);
    private final Histogram batches = Histogram.builder()
            .name("ragan_model_batch_faces")
            .help("Faces per batch of the model.")
            .classicUpperBounds(1, 2, 4, 8, 16)
            .classicOnly()
            .register(registry);

    void answered(String route, int status, double milliseconds) {
        requests.labelValues(route, String.valueOf(status)).inc();
        seconds.labelValues(route).observe(milliseconds / 1000);
    }

    void batch(int faces) {
        batches.observe(faces);
    }

    /** Adds a gauge whose value is read on request. */
    void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.getAsDouble()))
                .register(registry);
    }

    /** Returns all metrics as text. */
    String text() {
        var bytes = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(bytes, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
