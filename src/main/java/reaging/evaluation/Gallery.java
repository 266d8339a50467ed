package reaging.evaluation;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.ndarray.StdArrays;
import reaging.data.AgeGroup;
import reaging.evaluation.predictions.FaceImages;
import reaging.evaluation.predictions.RealFaces;
import reaging.pictures.Pictures;
import reaging.savedmodel.ReAger;

/**
 * The pictures of a report.
 *
 * @param grid ten people, one of each group if possible, unchanged and at the ten targets
 * @param worst input and output of the worst cases by measure
 */
public record Gallery(BufferedImage grid, Map<String, List<BufferedImage>> worst) {
    private static final int MOST_SHOWN = 10;
    private static final int SIDE_SHOWN = 96; // minimum size of a face on the screen in pixels

    /** Draws the pictures of one evaluation. */
    record Drawing(FaceImages images, ReAger model, RealFaces inputs) {
        Gallery gallery(int people, Map<String, List<WorstCase>> worst) {
            Map<String, List<BufferedImage>> pairs = new LinkedHashMap<>();
            worst.forEach((measure, cases) ->
                    pairs.put(measure, cases.stream().map(this::pair).toList()));
            return new Gallery(grid(people), pairs);
        }

        private BufferedImage grid(int people) {
            List<String> titles = new ArrayList<>(List.of("input"));
            for (var group : AgeGroup.values()) {
                titles.add(group.label());
            }
            List<List<BufferedImage>> rows = new ArrayList<>();
            for (int person : oneOfEachGroup(people)) {
                var face = images.read(inputs.indices().get(person));
                List<BufferedImage> row = new ArrayList<>(List.of(picture(face.image())));
                face.at(model, AgeGroup.centres()).forEach(output -> row.add(picture(output)));
                rows.add(row);
            }
            return Pictures.grid(titles, rows);
        }

        /** Draws the first people, unchanged and at some ages. */
        BufferedImage grid(int people, List<Double> ages) {
            List<String> titles = new ArrayList<>(List.of("input"));
            ages.forEach(age -> titles.add(AgeGroup.text(age)));
            double[] years = ages.stream().mapToDouble(Double::doubleValue).toArray();
            List<List<BufferedImage>> rows = new ArrayList<>();
            for (int person = 0; person < Math.min(MOST_SHOWN, people); person++) {
                var face = images.read(inputs.indices().get(person));
                List<BufferedImage> row = new ArrayList<>(List.of(picture(face.image())));
                face.at(model, years).forEach(output -> row.add(picture(output)));
                rows.add(row);
            }
            return Pictures.grid(titles, rows);
        }

        private List<Integer> oneOfEachGroup(int people) {
            List<Integer> chosen = new ArrayList<>();
            for (var group : AgeGroup.values()) {
                inputs.of(group).stream()
                        .filter(person -> person < people)
                        .findFirst()
                        .ifPresent(chosen::add);
            }
            return chosen;
        }

        private BufferedImage pair(WorstCase worst) {
            var face = images.read(inputs.indices().get(worst.person()));
            var output = face.at(model, worst.target().centre()).get(0);
            return Pictures.grid(
                    List.of("input", worst.target().label()), List.of(List.of(picture(face.image()), picture(output))));
        }

        private static BufferedImage picture(float[][][] image) {
            var picture = Pictures.of(StdArrays.ndCopyOf(image));
            return Pictures.magnified(picture, Math.max(1, SIDE_SHOWN / picture.getWidth()));
        }
    }
}
