package reaging.evaluation.predictions;

import java.util.List;
import reaging.data.FaceSet;
import reaging.data.Sex;
import reaging.evaluation.measures.SkinTone;
import reaging.evaluation.measures.TypologyAngle;

/**
 * What sets the people who are re-aged apart, by the labels of {@link Sex} and {@link SkinTone}.
 *
 * @param sexes as the data say
 * @param skinTones as their photos look
 */
public record Subjects(List<String> sexes, List<String> skinTones) {
    /** In place of a label. */
    public static final String NOT_KNOWN = "not known";

    /**
     * Looks at some faces of a set; their photos are read once more.
     *
     * @param indices numbers in the set
     */
    public static Subjects of(FaceSet faces, FaceImages images, List<Integer> indices) {
        return new Subjects(
                indices.stream()
                        .map(index -> faces.sex(index).map(Sex::label).orElse(NOT_KNOWN))
                        .toList(),
                indices.stream().map(index -> skinTone(images.read(index))).toList());
    }

    private static String skinTone(FaceImages.Face face) {
        return SkinTone.of(TypologyAngle.of(face.image(), face.mask()))
                .map(SkinTone::label)
                .orElse(NOT_KNOWN);
    }
}
