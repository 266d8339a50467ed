package reaging.evaluation.truth;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import reaging.data.AgeGroup;
import reaging.data.synthetic.SyntheticFaces;
import reaging.evaluation.measures.ImageDistance;
import reaging.pictures.Pictures;

/**
 * The classification of outputs by the nearest drawing, by mean absolute difference, among drawings that differ only in age or
 * only in the person.
 *
 * @param ages for each target group, how often the output is nearest to the person at each of the ten centres
 * @param exactAges share of outputs that are nearest to their target
 * @param candidates number of people among whom the right one is to be found, all drawn at the target age in the input's scene
 * @param identities share of outputs that are nearest to the right person, with one target for each person
 * @param inputIdentities share of unchanged inputs that are nearest to the right person
 */
public record Confusion(
        Map<AgeGroup, int[]> ages, double exactAges, int candidates, double identities, double inputIdentities) {
    private static final int CANDIDATES = 10;
    private static final List<AgeGroup> GROUPS = List.of(AgeGroup.values());

    /** Counts so far. */
    static final class Counting {
        private final SyntheticFaces people;
        private final int candidates;
        private final Map<AgeGroup, int[]> ages = new EnumMap<>(AgeGroup.class);
        private int exact;
        private int persons;
        private int found;
        private int inputsFound;

        Counting(SyntheticFaces people) {
            this.people = people;
            candidates = Math.min(CANDIDATES, people.size());
        }

        void add(int person, TrueDrawings drawn, List<float[][][]> outputs) {
            for (var group : AgeGroup.values()) {
                int seen = nearest(outputs.get(group.index()), drawn.truths());
                ages.computeIfAbsent(group, key -> new int[AgeGroup.COUNT])[seen]++;
                exact += seen == group.index() ? 1 : 0;
            }
            // Ten people in a row have ten different ages, so each gap occurs.
            var target = GROUPS.get((person + person / AgeGroup.COUNT) % AgeGroup.COUNT);
            var line = lineUp(person, target, drawn);
            persons++;
            found += nearest(outputs.get(target.index()), line) == 0 ? 1 : 0;
            inputsFound += nearest(drawn.input(), line) == 0 ? 1 : 0;
        }

        /** Returns the right person first, then others. */
        private List<float[][][]> lineUp(int person, AgeGroup target, TrueDrawings drawn) {
            List<float[][][]> line = new ArrayList<>();
            line.add(drawn.truth(target));
            for (int other = 1; other < candidates; other++) {
                var drawing = people.drawInSceneOf(person, (person + other) % people.size(), target.centre());
                line.add(Pictures.pixels(drawing.image()));
            }
            return line;
        }

        private static int nearest(float[][][] image, List<float[][][]> drawings) {
            int nearest = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < drawings.size(); i++) {
                double distance = ImageDistance.l1(image, drawings.get(i));
                if (distance < least) {
                    least = distance;
                    nearest = i;
                }
            }
            return nearest;
        }

        Confusion result() {
            return new Confusion(
                    ages,
                    (double) exact / (persons * AgeGroup.COUNT),
                    candidates,
                    (double) found / persons,
                    (double) inputsFound / persons);
        }
    }
}
