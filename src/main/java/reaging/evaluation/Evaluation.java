package reaging.evaluation;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import reaging.data.AgeGroup;
import reaging.data.FaceSet;
import reaging.data.PersonPhotos;
import reaging.data.Split;
import reaging.evaluation.ReAgedPerson.Closeness;
import reaging.evaluation.measures.KernelDistance;
import reaging.evaluation.networks.Evaluators;
import reaging.savedmodel.ReAger;

/** An evaluation of one model on photos: judges real faces, re-ages people, judges the results, and reports. */
public final class Evaluation {
    private static final int REAL_OF_A_GROUP = 200;

    private final String name;
    private final ReAger model;
    private final Split data;
    private final Evaluators evaluators;
    private final Settings settings;
    private final Consumer<String> notices;

    /**
     * How it is done.
     *
     * @param people at most so many are re-aged
     * @param batch people at a time
     * @param seed of everything that is drawn at random
     * @param folder where what was worked out is kept, so that an interrupted evaluation goes on
     * @param version of the model's files: another model under the same name does not go on with this one's results
     */
    public record Settings(int people, int batch, long seed, Path folder, String version) {
        public Settings {
            if (people < 1) {
                throw new IllegalArgumentException("--people must be 1 or more but is " + people + "; try 200");
            }
            if (batch < 1) {
                throw new IllegalArgumentException("--batch must be 1 or more but is " + batch + "; leave it out");
            }
        }
    }

    /** An evaluation with its pictures. */
    public record Result(Report report, Gallery gallery) {}

    /**
     * Prepares an evaluation.
     *
     * @param name of the model
     * @param data people are taken from the part that was held out; real faces to compare with from the other
     * @param notices is told each face that cannot be read
     */
    public Evaluation(
            String name, ReAger model, Split data, Evaluators evaluators, Settings settings, Consumer<String> notices) {
        this.name = name;
        this.model = model;
        this.data = data;
        this.evaluators = evaluators;
        this.settings = settings;
        this.notices = notices;
    }

    /** How many people fit into the free memory at a time, 1 to 16: outputs and features of each at ten ages. */
    public static int batch(int imageSize) {
        long free =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getFreeMemorySize();
        // About 60 feature maps as large as the image, 32 channels each, for the model; 20 MB for the evaluators.
        long person = AgeGroup.COUNT * (60L * 32 * Float.BYTES * imageSize * imageSize / 8 + 20_000_000L);
        return (int) Math.max(1, Math.min(16, free / 4 / person));
    }

    /** The number of steps that {@link #run} takes. */
    public int steps() {
        return data.heldOut().size()
                + referenceIndices().size()
                + Math.min(settings.people(), data.heldOut().size());
    }

    /**
     * Runs it.
     *
     * @param notes what was not measured, and why; ends up in the report
     * @param truth of synthetic people; null for photos
     * @param step is run after each face
     */
    public Result run(List<String> notes, GroundTruth truth, Runnable step) {
        try (var heldOut = new FaceImages(data.heldOut(), model.imageSize(), notices);
                var training = new FaceImages(data.training(), model.imageSize(), notices)) {
            int[] order = heldOut.readable(shuffled(heldOut.all()), Integer.MAX_VALUE);
            var inputs = judge(data.heldOut(), heldOut, order, "held-out", step);
            var reference = judge(
                    data.training(),
                    training,
                    training.readable(referenceIndices(), Integer.MAX_VALUE),
                    "reference",
                    step);
            var people = reAged(heldOut, inputs, step);
            var strangers = Strangers.among(inputs.judgements(), samePerson(inputs), settings.seed());
            var report =
                    report(inputs, reference, people, strangers, realPairs(heldOut, inputs, strangers), notes, truth);
            var drawing = new Gallery.Drawing(heldOut, new ReAging(model), inputs);
            return new Result(report, drawing.gallery(people.size(), report.worst()));
        }
    }

    private RealFaces judge(FaceSet set, FaceImages images, int[] chosen, String part, Runnable step) {
        return RealFaces.judge(
                set,
                images,
                chosen,
                evaluators,
                settings.folder().resolve(part + ".cache"),
                subject() + " " + part,
                step);
    }

    /** All that judgements depend on, besides the model and which faces there are. */
    private String subject() {
        return data.heldOut().name() + " " + data.heldOut().size() + " " + model.imageSize() + " "
                + (evaluators.judgesAge() ? Evaluators.AGE : "")
                + (evaluators.judgesIdentity() ? Evaluators.IDENTITY : "");
    }

    private List<Integer> shuffled(List<Integer> indices) {
        var shuffled = new ArrayList<>(indices);
        Collections.shuffle(shuffled, new Random(settings.seed()));
        return shuffled;
    }

    /** Some faces of each group that training may have seen, real images to compare with. */
    private List<Integer> referenceIndices() {
        if (!evaluators.judgesAge()) {
            return List.of(); // nothing is compared with them
        }
        Map<AgeGroup, List<Integer>> groups = new EnumMap<>(AgeGroup.class);
        for (int index :
                shuffled(IntStream.range(0, data.training().size()).boxed().toList())) {
            var group = groups.computeIfAbsent(AgeGroup.of(data.training().age(index)), key -> new ArrayList<>());
            if (group.size() < REAL_OF_A_GROUP) {
                group.add(index);
            }
        }
        return groups.values().stream().flatMap(List::stream).toList();
    }

    private List<ReAgedPerson> reAged(FaceImages images, RealFaces inputs, Runnable step) {
        int count = Math.min(settings.people(), inputs.size());
        var records = RecordFile.open(
                settings.folder().resolve("people.cache"),
                subject() + " " + settings.version() + " " + settings.seed(),
                ReAgedPerson.WIDTH);
        var reAging = new ReAging(model);
        for (int from = Math.min(records.size(), count); from < count; from = records.size()) {
            int[] batch = IntStream.range(from, Math.min(count, from + settings.batch()))
                    .toArray();
            var faces = IntStream.of(batch)
                    .mapToObj(person -> images.read(inputs.indices().get(person)))
                    .toList();
            double[] ages = IntStream.of(batch).mapToDouble(inputs.ages()::get).toArray();
            for (float[] row : ReAgedPerson.rows(faces, ages, reAging, evaluators)) {
                records.append(row);
                step.run();
            }
        }
        return IntStream.range(0, count)
                .mapToObj(person -> ReAgedPerson.of(records.row(person)))
                .toList();
    }

    private List<String> withTooSmallGroups(List<String> notes, RealFaces reference, int people) {
        var small = Arrays.stream(AgeGroup.values())
                .filter(group -> Math.min(people, reference.of(group).size()) < KernelDistance.FEWEST)
                .map(AgeGroup::label)
                .toList();
        List<String> all = new ArrayList<>(notes);
        if (evaluators.judgesAge() && !small.isEmpty()) {
            all.add("no KID and Frechet distance for the groups " + String.join(", ", small) + ": they need "
                    + KernelDistance.FEWEST + " people and " + KernelDistance.FEWEST + " real images of the group");
        }
        return all;
    }

    private Strangers.SamePerson samePerson(RealFaces faces) {
        return data.heldOut() instanceof PersonPhotos photos
                ? (one, other) -> photos.person(faces.indices().get(one))
                        .equals(photos.person(faces.indices().get(other)))
                : Strangers.SamePerson.NEVER;
    }

    /** Null where the data do not say who is who, or nobody can tell. */
    private RealPairs realPairs(FaceImages images, RealFaces inputs, Strangers strangers) {
        if (!(data.heldOut() instanceof PersonPhotos photos) || !evaluators.judgesIdentity()) {
            return null;
        }
        var pairs = RealPairs.pairs(photos, inputs, settings.seed());
        var records = RecordFile.open(
                settings.folder().resolve("pairs.cache"),
                subject() + " " + settings.version() + " " + settings.seed() + " " + pairs.size(),
                Judged.WIDTH);
        RealPairs.reAge(pairs, inputs, images, new ReAging(model), evaluators, records);
        return RealPairs.of(
                pairs,
                inputs,
                IntStream.range(0, pairs.size())
                        .mapToObj(i -> Judged.get(records.row(i), 0))
                        .toList(),
                strangers);
    }

    private Report report(
            RealFaces inputs,
            RealFaces reference,
            List<ReAgedPerson> people,
            Strangers strangers,
            RealPairs realPairs,
            List<String> notes,
            GroundTruth truth) {
        var judged = inputs.judgements().subList(0, people.size());
        Map<String, Figures> methods = new LinkedHashMap<>();
        for (var method : List.of(
                Method.model(people), Method.copy(judged), Method.nearest(inputs, people.size(), settings.seed()))) {
            methods.put(
                    method.name(), Figures.of(method, judged, inputs.ages(), reference, strangers, settings.seed()));
        }
        Map<String, String> networks = new LinkedHashMap<>();
        if (evaluators.judgesAge()) {
            networks.put("age", Evaluators.AGE);
            networks.put("features", Evaluators.FEATURES);
        }
        if (evaluators.judgesIdentity()) {
            networks.put("identity", Evaluators.IDENTITY);
        }
        return new Report(
                name,
                data.heldOut().name(),
                people.size(),
                model.imageSize(),
                settings.seed(),
                networks,
                withTooSmallGroups(notes, reference, people.size()),
                Calibration.of(
                        inputs, strangers, Strangers.auc(inputs.judgements(), samePerson(inputs), settings.seed())),
                methods,
                Closeness.mean(people.stream().map(ReAgedPerson::reconstruction).toList()),
                Closeness.mean(people.stream()
                        .flatMap(person -> person.cycles().stream())
                        .toList()),
                realPairs,
                truth,
                WorstCase.of(
                        IntStream.range(0, people.size())
                                .mapToObj(person ->
                                        data.heldOut().label(inputs.indices().get(person)))
                                .toList(),
                        people,
                        inputs,
                        reference,
                        strangers));
    }
}
