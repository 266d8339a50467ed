package reaging.evaluation.truth;

import java.util.Arrays;
import java.util.List;
import reaging.data.AgeGroup;
import reaging.data.synthetic.SyntheticFaces;
import reaging.pictures.Pictures;
import reaging.savedmodel.ReAger;

/**
 * The drawings of a synthetic person, unchanged and at the ten groups' centres.
 *
 * @param input [S][S][3] in [-1, 1]
 * @param mask [S][S][1], 1 = face
 * @param truths true drawings, each [S][S][3]
 */
record TrueDrawings(float[][][] input, float[][][] mask, List<float[][][]> truths) {
    static TrueDrawings of(SyntheticFaces people, int person) {
        var drawing = people.draw(person);
        return new TrueDrawings(
                Pictures.pixels(drawing.image()),
                Pictures.weights(drawing.mask()),
                Arrays.stream(AgeGroup.values())
                        .map(group -> Pictures.pixels(
                                people.draw(person, group.centre()).image()))
                        .toList());
    }

    /** Re-ages the input with a model to the ten groups' centres, each [S][S][3]. */
    List<float[][][]> lifespan(ReAger model) {
        double[] ages = AgeGroup.centres();
        return model.takesMasks() ? model.reAge(input, mask, ages) : model.reAge(input, ages);
    }

    float[][][] truth(AgeGroup group) {
        return truths.get(group.index());
    }
}
