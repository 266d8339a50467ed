package reaging.app;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reaging.data.AgeGroup;
import reaging.pictures.Pictures;
import reaging.savedmodel.Models;
import reaging.savedmodel.ReAger;

/** Re-ages photos. */
@Command(
        name = "reage",
        mixinStandardHelpOptions = true,
        description = "Re-ages photos that are cropped to the face.",
        footer = {
            "",
            "Examples:",
            "  ragan reage face.png --age 70 --aligned",
            "  ragan reage face.png --ages all --aligned    one strip with the input and all ten groups",
            "",
            "A photo in a folder \"images\" is used with the mask of the same name in a folder \"masks\" beside it,",
            "as \"ragan data synthesize\" writes them."
        })
final class ReAgeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PHOTO", arity = "1..*", description = "JPEG or PNG files.")
    private List<Path> photos;

    @ArgGroup(multiplicity = "1")
    private Target target;

    @Option(
            names = "--model",
            description = "A SavedModel folder, or a name in savedmodels/; default: the first there, or else the newest"
                    + " run's.")
    private Path model;

    @Option(names = "--mask", description = "White at the face, black at the background; for a single photo.")
    private Path mask;

    @Option(names = "--out", defaultValue = ".", description = "Folder of the results; default: here.")
    private Path out;

    @Option(names = "--aligned", description = "The photos are face crops already.")
    private boolean aligned;

    /** One age, or several. */
    static final class Target {
        @Option(names = "--age", description = "Target age in years, 0 to 120.")
        private Double age;

        @Option(names = "--ages", description = "Several target ages, as 5,30,70; or \"all\" for the ten groups.")
        private String ages;

        double[] years() {
            if (age != null) {
                return new double[] {AgeGroup.requireAge(age)};
            }
            return ages.equals("all") ? AgeGroup.centres() : parsed();
        }

        private double[] parsed() {
            try {
                return DoubleStream.of(java.util.Arrays.stream(ages.split(",", -1))
                                .mapToDouble(Double::parseDouble)
                                .toArray())
                        .map(AgeGroup::requireAge)
                        .toArray();
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "--ages must be numbers with commas between them, or \"all\", but is " + ages + "; try 5,30,70",
                        e);
            }
        }
    }

    @Override
    public Integer call() {
        if (!aligned) {
            throw new IllegalArgumentException(
                    "a photo must be cropped to the face, and --aligned says that it is; crop it and add --aligned");
        }
        if (mask != null && photos.size() > 1) {
            throw new IllegalArgumentException(
                    "--mask goes with one photo but there are " + photos.size() + "; re-age them one by one");
        }
        double[] years = target.years();
        var results = results(years);
        ResultNames.requireOthers(results, photos);
        try (var reAger = ReAger.load(Models.orDefault(model))) {
            for (int i = 0; i < results.size(); i++) {
                reAge(reAger, photos.get(i), years, results.get(i));
            }
        }
        return 0;
    }

    private List<Path> results(double[] years) {
        var what = target.ages == null ? text(years[0]) : "ages";
        return ResultNames.of(photos).stream()
                .map(name -> out.resolve(name + "_" + what + ".png"))
                .toList();
    }

    private void reAge(ReAger reAger, Path photo, double[] years, Path result) {
        var face = Pictures.read(photo);
        var maskFile = mask == null ? maskBeside(photo) : mask;
        var faceMask = maskFile == null ? null : Pictures.read(maskFile);
        var results = reAger.reAge(face, faceMask, years);
        if (target.ages == null) {
            write(results.get(0), result);
        } else {
            List<BufferedImage> row = new ArrayList<>(List.of(Pictures.square(face, reAger.imageSize())));
            row.addAll(results);
            List<String> titles = new ArrayList<>(List.of("input"));
            DoubleStream.of(years).forEach(year -> titles.add(text(year)));
            write(Pictures.grid(titles, List.of(row)), result);
        }
    }

    private static void write(BufferedImage picture, Path file) {
        Pictures.write(picture, file);
        System.out.println(file);
    }

    /** The mask that belongs to a photo in our own layout, or null. */
    private static Path maskBeside(Path photo) {
        var folder = photo.toAbsolutePath().normalize().getParent();
        if (!folder.endsWith("images")) {
            return null;
        }
        var beside = folder.resolveSibling("masks").resolve(photo.getFileName());
        return Files.isRegularFile(beside) ? beside : null;
    }

    private static String text(double year) {
        return year == Math.rint(year) ? String.valueOf((long) year) : String.valueOf(year);
    }
}
