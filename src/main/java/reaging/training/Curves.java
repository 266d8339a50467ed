package reaging.training;

import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import reaging.training.TrainingListener.Report;

/**
 * Curves of a run in one chart, over thousands of images.
 *
 * @param title what they show
 */
record Curves(String title, List<Curve> curves) {
    /** All that a run's page shows. */
    static final List<Curves> ALL = List.of(
            of(
                    "Discriminator's loss",
                    new Curve("real", report -> report.losses().real()),
                    new Curve("fake", report -> report.losses().fake())),
            of("Generator's adversarial loss", new Curve("adversarial", report -> report.losses()
                    .adversarial())),
            of(
                    "Mean absolute difference",
                    new Curve("reconstruction", report -> report.losses().reconstruction()),
                    new Curve("cycle", report -> report.losses().cycle()),
                    new Curve("cycle, held out", Report::heldOutCycle)),
            of("Gradient penalty", new Curve("R1", report -> report.losses().r1())),
            of("Diversity of the faces made", new Curve("diversity", Report::diversity)),
            of("Learning rate", new Curve("both networks", report -> (double) report.learningRate())),
            of("Seconds per thousand images", new Curve("s/kimg", Report::secondsPerKimg)),
            of(
                    "Memory in GB",
                    new Curve("process", report -> report.memory().residentBytes() / 1e9),
                    new Curve("Java heap", report -> report.memory().heapBytes() / 1e9)));

    private static final int WIDTH = 460;
    private static final int HEIGHT = 260;
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    /**
     * One curve of a chart.
     *
     * @param value null where there is none
     */
    record Curve(String name, Function<Report, Double> value) {}

    private static Curves of(String title, Curve... curves) {
        return new Curves(title, List.of(curves));
    }

    /** The chart as a PNG file. */
    byte[] png(List<Report> log) throws IOException {
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

    private static void add(XYChart chart, Curve curve, List<Report> log) {
        List<Double> kimg = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (var report : log) {
            Double value = curve.value().apply(report);
            if (value != null) {
                kimg.add(report.images() / 1000.0);
                values.add(value);
            }
        }
        if (!values.isEmpty()) {
            chart.addSeries(curve.name(), kimg, values)
                    .setMarker(values.size() == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        }
    }
}
