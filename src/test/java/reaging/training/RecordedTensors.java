package reaging.training;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import reaging.Formula;

/**
 * Summaries of tensors that {@code parity.py record} wrote; it says what they are.
 *
 * @param summaries by name
 */
record RecordedTensors(Map<String, Summary> summaries) implements KerasTensors {

    /**
     * A tensor's summary.
     *
     * @param norm Euclidean
     * @param samples values at places that follow from the tensor's name
     * @param sums of all values, each with signs that follow from the tensor's name
     */
    record Summary(double norm, double[] samples, double[] sums) {}

    static RecordedTensors read(String preset) {
        try (var file = RecordedTensors.class.getResourceAsStream("/parity/" + preset + ".json");
                var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return new RecordedTensors(
                    new Gson().fromJson(reader, new TypeToken<LinkedHashMap<String, Summary>>() {}.getType()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the recorded tensors of " + preset, e);
        }
    }

    @Override
    public Set<String> names() {
        return summaries.keySet();
    }

    @Override
    public Difference difference(String name, float[] actual) {
        var recorded = summaries.get(name);
        double squares = 0;
        for (int sum = 0; sum < recorded.sums().length; sum++) {
            double apart = sum(name, actual, sum) - recorded.sums()[sum];
            squares += apart * apart;
        }
        double difference = Math.sqrt(squares / recorded.sums().length);
        return new Difference(largest(name, actual, recorded), difference / recorded.norm(), recorded.norm());
    }

    private static double largest(String name, float[] actual, Summary recorded) {
        long[] places = Formula.numbers(name + "/samples", recorded.samples().length);
        double largest = 0;
        for (int i = 0; i < places.length; i++) {
            int place = (int) Long.remainderUnsigned(places[i], actual.length);
            double apart = Math.abs(actual[place] - recorded.samples()[i]);
            // Not Math.max alone: NaN must not vanish.
            largest = Double.isNaN(apart) ? Double.POSITIVE_INFINITY : Math.max(largest, apart);
        }
        return largest;
    }

    private static double sum(String name, float[] actual, int bit) {
        long[] drawn = Formula.numbers(name + "/signs", actual.length);
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            sum += (drawn[i] >>> bit & 1) == 0 ? actual[i] : -actual[i];
        }
        return sum;
    }
}
