package reaging.run.page;

import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import reaging.run.Evaluated;
import reaging.run.TrainingListener.Report;

/**
 * A chart of a run's curves over thousands of images.
 *
 * @param title title of the chart
 * @param images returns the number of images at a line of the log
 * @param <L> a line of the log
 */
record Curves<L>(String title, ToLongFunction<L> images, List<Curve<L>> curves) {
    /** The charts of reports on a run's page. */
    static final List<Curves<Report>> OF_REPORTS = List.of(
            of(
                    "Discriminator's loss",
                    List.of(
                            new Curve<>("real", report -> report.metrics().real()),
                            new Curve<>("fake", report -> report.metrics().fake()),
                            new Curve<>(
                                    "real, other age",
                                    report -> unlessZero(report.metrics().mismatch())))),
            of("Generator's adversarial loss", List.of(new Curve<>("adversarial", report -> report.metrics()
                    .adversarial()))),
            of(
                    "Mean absolute difference",
                    List.of(
                            new Curve<>(
                                    "reconstruction", report -> report.metrics().reconstruction()),
                            new Curve<>("cycle", report -> report.metrics().cycle()),
                            new Curve<>("cycle, held out", Report::heldOutCycle),
                            new Curve<>(
                                    "background",
                                    report -> unlessZero(report.metrics().background())))),
            of(
                    "Identity loss",
                    List.of(new Curve<>(
                            "identity", report -> unlessZero(report.metrics().identity())))),
            of("Gradient penalty", List.of(new Curve<>("R1", report -> report.metrics()
                    .r1()))),
            of("Diversity of re-aged faces", List.of(new Curve<>("diversity", report -> report.metrics()
                    .diversity()))),
            of("Learning rate", List.of(new Curve<>("both networks", report -> (double) report.learningRate()))),
            of("Seconds per thousand images", List.of(new Curve<>("s/kimg", Report::secondsPerKimg))),
            of(
                    "Memory in GB",
                    List.of(
                            new Curve<>("process", report -> report.memory().residentBytes() / 1e9),
                            new Curve<>("Java heap", report -> report.memory().heapBytes() / 1e9))));

    private static final int WIDTH = 460;
    private static final int HEIGHT = 260;
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    /**
     * One curve of a chart.
     *
     * @param value returns the value at a line of the log; null: none
     */
    record Curve<L>(String name, Function<L, @Nullable Double> value) {}

    private static Curves<Report> of(String title, List<Curve<Report>> curves) {
        return new Curves<>(title, Report::images, curves);
    }

    private static @Nullable Double unlessZero(double loss) {
        return loss == 0 ? null : loss;
    }

    /** Whether any line of the log has a value to show. */
    boolean showAny(List<L> log) {
        return curves.stream()
                .anyMatch(curve -> log.stream().anyMatch(line -> curve.value().apply(line) != null));
    }

    /** Returns the charts of evaluations, one for each figure. */
    static List<Curves<Evaluated>> of(List<Evaluated> evaluations) {
        return evaluations.stream()
                .flatMap(each -> each.evaluation().keySet().stream())
                .distinct()
                .map(figure -> {
                    var curve = new Curve<Evaluated>(
                            "held out", each -> each.evaluation().get(figure));
                    return new Curves<>("Evaluation: " + figure.replace('_', ' '), Evaluated::images, List.of(curve));
                })
                .toList();
    }

    /** Draws the chart as a PNG file. */
    byte[] png(List<L> log) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .xAxisTitle("kimg")
                .build();
        style(chart.getStyler());
        curves.forEach(curve -> add(chart, curve, log));
        return ChartEncoder.getBytes(chart, "png");
    }

    private static void style(XYStyler styler) {
        styler.setLegendPosition(Styler.LegendPosition.OutsideS);
        styler.setLegendLayout(Styler.LegendLayout.Horizontal);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setAxisTickLabelsFont(FONT);
        styler.setAxisTitleFont(FONT);
        styler.setLegendFont(FONT);
    }

    private void add(XYChart chart, Curve<L> curve, List<L> log) {
        List<Double> kimg = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (var line : log) {
            Double value = curve.value().apply(line);
            if (value != null) {
                kimg.add(images.applyAsLong(line) / 1000.0);
                values.add(value);
            }
        }
        if (!values.isEmpty()) {
            chart.addSeries(curve.name(), kimg, values)
                    .setMarker(values.size() == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        }
    }
}
