package reaging.evaluation.scenes;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import reaging.data.FaceSet;
import reaging.data.synthetic.SyntheticFaces;
import reaging.faces.EncodedFace;
import reaging.faces.Photo;
import reaging.faces.PhotoReAger;

/** Measures how well faces are found in scenes, re-aged and pasted back; to be used from one thread. */
public final class SceneEvaluation {
    /** A young and an old age: everyone is far from one of them. */
    private static final double[] AGES = {10, 70};

    /** Seed of people whom no training with a usual seed has seen. */
    private static final long STRANGERS = 0x7363_656E_6573_2121L;

    private static final int DRAWN_PEOPLE = 10_000;

    private final PhotoReAger reAger;
    private final String people;
    private final Function<SplittableRandom, Portrait> next;
    private final List<DetectedPortrait> portraits = new ArrayList<>();
    private final Changes changes = new Changes();
    private String finder = "nothing";
    private int others;

    private SceneEvaluation(PhotoReAger reAger, String people, Function<SplittableRandom, Portrait> next) {
        this.reAger = reAger;
        this.people = people;
        this.next = next;
    }

    /** Creates an evaluation with drawn people, whose positions and true pictures at all ages are known. */
    public static SceneEvaluation drawn(PhotoReAger reAger) {
        var all = new SyntheticFaces(DRAWN_PEOPLE, STRANGERS, 256);
        return new SceneEvaluation(
                reAger, "drawn people", random -> new DrawnPortrait(all, STRANGERS, random.nextInt(DRAWN_PEOPLE)));
    }

    /**
     * Creates an evaluation with real people.
     *
     * @param crops crops like UTKFace's, each of which may be shown several times
     */
    public static SceneEvaluation real(PhotoReAger reAger, FaceSet crops) {
        return new SceneEvaluation(
                reAger,
                "real people on crops of " + crops.name(),
                random -> new RealPortrait(crops.image(random.nextInt(crops.size()))));
    }

    /**
     * Evaluates scenes.
     *
     * @param scenes number of scenes
     * @param seed random seed of their contents
     * @param progress receives the number of finished scenes
     */
    public SceneReport run(int scenes, long seed, IntConsumer progress) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < scenes; i++) {
            look(Scene.compose(i, random.split(), next));
            progress.accept(i + 1);
        }
        return report(scenes);
    }

    private void look(Scene scene) {
        var before = scene.picture();
        var photo = Photo.of(before);
        var found = reAger.find(photo);
        finder = found.finder();
        var here = scene.portraits().stream()
                .map(placed -> DetectedPortrait.of(placed, found.faces()))
                .toList();
        portraits.addAll(here);
        others += found.faces().size()
                - (int) here.stream().filter(each -> each.face().isPresent()).count();
        var faces =
                found.usable().stream().map(face -> reAger.encode(photo, face)).toList();
        for (double age : AGES) {
            compare(scene, before, aged(before, faces, age), faces, age);
        }
    }

    private static BufferedImage aged(BufferedImage before, List<EncodedFace> faces, double age) {
        var after = Photo.of(before).picture();
        faces.forEach(face -> face.at(age).pasteInto(after));
        return after;
    }

    private void compare(Scene scene, BufferedImage before, BufferedImage after, List<EncodedFace> faces, double age) {
        var crops = faces.stream().map(EncodedFace::region).toList();
        changes.add(before, after, crops);
        if (scene.portraits().stream().allMatch(placed -> placed.portrait().isDrawn())) {
            changes.addTruth(before, after, scene.pictureAt(age), scene.mask(), crops);
        }
    }

    private SceneReport report(int scenes) {
        var bySize = portraits.stream()
                .collect(Collectors.groupingBy(each -> each.placed().share()));
        return new SceneReport(
                reAger.model().name(),
                finder,
                people,
                scenes,
                bySize.entrySet().stream()
                        .map(size -> SceneReport.Size.of(size.getKey(), size.getValue()))
                        .sorted(Comparator.comparingDouble(SceneReport.Size::share)
                                .reversed())
                        .toList(),
                SceneReport.Size.of(Double.NaN, portraits),
                others,
                List.of(AGES[0], AGES[1]),
                changes.means());
    }
}
