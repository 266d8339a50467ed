package reaging.evaluation.predictions;

import java.util.List;
import reaging.data.FaceSet;
import reaging.data.Sex;
import reaging.evaluation.measures.SkinTone;
import reaging.evaluation.measures.TypologyAngle;

/**
 * The subgroups of the re-aged people, by the labels of {@link Sex} and {@link SkinTone}.
 *
 * @param sexes sexes according to the data
 * @param skinTones skin tones according to the photos
 */
public record Subjects(List<String> sexes, List<String> skinTones) {
    /** The label for unknown values. */
    public static final String NOT_KNOWN = "not known";

    /**
     * Determines the subgroups of some faces; their photos are read again.
     *
     * @param indices numbers of the faces in the set
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
