package reaging.evaluation.report;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import reaging.data.AgeGroup;
import reaging.evaluation.Report;
import reaging.evaluation.figures.Calibration;
import reaging.evaluation.figures.Row;
import reaging.evaluation.figures.TargetReport;
import reaging.evaluation.figures.TargetRow;

/** Draws the plots of a report. */
final class Plots {
    private Plots() {}

    /** Returns the plots by title, without those for which nothing was measured. */
    static Map<String, BufferedImage> of(Report report) {
        Map<String, BufferedImage> plots = new LinkedHashMap<>();
        estimatedAge(report).ifPresent(plot -> plots.put("Estimated against target age", plot));
        byGap(report).ifPresent(plot -> plots.put("Identity against age gap", plot));
        byGroup(report).ifPresent(plot -> plots.put("KID per group", plot));
        return plots;
    }

    private static Optional<BufferedImage> estimatedAge(Report report) {
        var chart = chart("target age, years", "mean estimated age, years");
        report.methods().forEach((name, figures) -> addGroups(chart, name, figures.groups(), Row::estimatedAge));
        addGroups(chart, "real", report.calibration().groups(), Calibration.Group::meanEstimate);
        return drawn(chart);
    }

    /** Plots estimated against target age. */
    static Optional<BufferedImage> estimatedAge(TargetReport report) {
        var chart = chart("target age, years", "mean estimated age, years");
        report.methods().forEach((name, figures) -> {
            Map<Double, TargetRow> points = new TreeMap<>();
            figures.targets().forEach((target, row) -> points.put(Double.valueOf(target), row));
            add(chart, name, points, TargetRow::estimatedAge);
        });
        return drawn(chart);
    }

    private static Optional<BufferedImage> byGroup(Report report) {
        var chart = chart("target age, years", "KID x 1000");
        report.methods().forEach((name, figures) -> addGroups(chart, name, figures.groups(), Row::kid));
        return drawn(chart);
    }

    private static Optional<BufferedImage> byGap(Report report) {
        var chart = chart("groups between a person's own and the target", "identity");
        report.methods().forEach((name, figures) -> {
            Map<Double, Row> points = new LinkedHashMap<>();
            figures.gaps().forEach((gap, row) -> points.put((double) gap, row));
            add(chart, name, points, Row::identity);
        });
        return drawn(chart);
    }

    private static <T> void addGroups(XYChart chart, String name, Map<AgeGroup, T> groups, ToDoubleFunction<T> value) {
        Map<Double, T> points = new LinkedHashMap<>();
        groups.forEach((group, row) -> points.put(group.centre(), row));
        add(chart, name, points, value);
    }

    private static <T> void add(XYChart chart, String name, Map<Double, T> points, ToDoubleFunction<T> value) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        points.forEach((at, row) -> {
            if (!Double.isNaN(value.applyAsDouble(row))) {
                x.add(at);
                y.add(value.applyAsDouble(row));
            }
        });
        if (!x.isEmpty()) {
            chart.addSeries(name, x, y);
        }
    }

    private static XYChart chart(String x, String y) {
        var chart = new XYChartBuilder()
                .width(520)
                .height(340)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
        chart.getStyler().setLegendLayout(Styler.LegendLayout.Horizontal);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        return chart;
    }

    private static Optional<BufferedImage> drawn(XYChart chart) {
        return chart.getSeriesCollection().isEmpty()
                ? Optional.empty()
                : Optional.of(BitmapEncoder.getBufferedImage(chart));
    }
}
