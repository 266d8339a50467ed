package reaging.app.shell;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A chart to which lines and points can be added. */
public final class Plot implements Picture {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 480;

    private final String title;
    private final XYChart chart;
    private final List<String> series = new ArrayList<>();

    Plot(String title) {
        this.title = title;
        chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).build();
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
    }

    /** Adds a line through values at 1, 2, 3 and so on. */
    public Plot line(String name, double... values) {
        double[] numbers =
                IntStream.rangeClosed(1, values.length).asDoubleStream().toArray();
        added(name, numbers, values).setMarker(SeriesMarkers.NONE);
        return this;
    }

    /** Adds points that a line joins in order. */
    public Plot path(String name, double[] x, double[] y) {
        added(name, x, y);
        return this;
    }

    /** Adds points. */
    public Plot points(String name, double[] x, double[] y) {
        added(name, x, y).setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        return this;
    }

    private XYSeries added(String name, double[] x, double[] y) {
        series.add(name);
        return chart.addSeries(name, x, y);
    }

    /** Labels the axes. */
    public Plot axes(String x, String y) {
        chart.setXAxisTitle(x);
        chart.setYAxisTitle(y);
        return this;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public BufferedImage image() {
        return BitmapEncoder.getBufferedImage(chart);
    }

    @Override
    public String toString() {
        return "plot \"" + title + "\" with " + String.join(", ", series) + "; show(it) shows it";
    }
}
