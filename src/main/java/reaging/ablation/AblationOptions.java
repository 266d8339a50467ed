package reaging.ablation;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import reaging.data.folders.DataFormat;
import reaging.data.folders.Pruning;
import reaging.files.WholeFile;
import reaging.run.ConfigChanges;
import reaging.run.DataSource;
import reaging.run.Preset;
import reaging.run.RunConfig;

/**
 * The options of an ablation, stored as {@code options.json} in its folder.
 *
 * @param preset preset of the networks
 * @param kimg length of each run in thousands of images
 * @param seeds number of runs of each variant, with seeds from 0
 * @param variants options of the variants, in the order of the table
 * @param people number of people to measure the models on
 */
public record AblationOptions(String preset, double kimg, int seeds, List<String> variants, int people) {
    private static final Gson JSON = new GsonBuilder().setPrettyPrinting().create();

    public AblationOptions {
        if (seeds < 1) {
            throw new IllegalArgumentException("seeds must be 1 or more but are " + seeds + "; try 3");
        }
        if (people < 1) {
            throw new IllegalArgumentException("people must be 1 or more but are " + people + "; try 200");
        }
    }

    /** Returns the configuration of a variant's run with a seed. */
    public RunConfig run(Variant variant, long seed) {
        var chosen = Preset.plain(preset);
        var training = chosen.training();
        var schedule = training.schedule().ofImages(Math.round(kimg * 1000));
        return variant.change()
                .apply(new RunConfig(
                        new DataSource.Synthetic(),
                        DataFormat.AUTO,
                        Pruning.CONFIDENCE,
                        chosen.model(),
                        training.withSchedule(schedule).withSeed(seed)));
    }

    /** Writes the options into a new folder; an existing one must have the same. */
    public void keep(Path folder) {
        run(Variant.ALL.get(0), 0); // checks preset and length before anything is written
        var file = folder.resolve("options.json");
        if (!Files.exists(file)) {
            requireEmpty(folder);
            WholeFile.write(file, (JSON.toJson(this) + "\n").getBytes(StandardCharsets.UTF_8));
            return;
        }
        var changes = ConfigChanges.text(read(file), this);
        if (!changes.isEmpty()) {
            throw new IllegalArgumentException("an ablation resumes with the options that it started with but "
                    + changes + " (" + file + "); give the same, or give another folder");
        }
    }

    private static AblationOptions read(Path file) {
        try {
            return JSON.fromJson(Files.readString(file), AblationOptions.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (JsonParseException e) {
            throw new IllegalArgumentException(
                    "an ablation's options.json must be valid but " + file + " is not: " + e.getMessage()
                            + "; restore it, or give another folder",
                    e);
        }
    }

    private static void requireEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new IllegalArgumentException("an ablation needs its own folder but " + folder
                        + " has other files and no options.json; give another folder");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
