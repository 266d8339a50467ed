package reaging.app.measurement;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import reaging.app.options.FormatOptions;
import reaging.app.photos.PhotoOptions;
import reaging.app.terminal.Bars;
import reaging.evaluation.report.ReportFiles;
import reaging.evaluation.report.ReportJson;
import reaging.evaluation.report.SceneText;
import reaging.evaluation.scenes.SceneEvaluation;
import reaging.faces.PhotoReAger;
import reaging.run.DataSource;
import reaging.savedmodel.Models;

/**
 * Measures how well faces are found in scenes and put back.
 *
 * @param model the SavedModel
 * @param networks folder of the networks that find faces
 * @param data synthetic faces or a folder of crops
 * @param format format of that folder
 * @param scenes number of scenes
 * @param seed random seed of their contents
 * @param out folder of the report; without it, evaluations/MODEL-scenes
 * @param json whether to print a JSON object instead of tables
 */
record SceneRun(
        Path model,
        Path networks,
        DataSource data,
        FormatOptions format,
        int scenes,
        long seed,
        @Nullable Path out,
        boolean json) {
    void run() {
        if (scenes < 1) {
            throw new IllegalArgumentException("--scenes must be 1 or more but is " + scenes + "; try 30");
        }
        try (var reAger = PhotoReAger.open(model, OptionalInt.empty(), networks)) {
            var evaluation = evaluation(reAger);
            var report = Bars.during("scenes", scenes, progress -> evaluation.run(scenes, seed, progress));
            var folder = out == null ? Path.of("evaluations", Models.name(model) + "-scenes") : out;
            ReportFiles.write(report, folder);
            System.out.println(json ? ReportJson.of(report) : SceneText.of(report));
            PhotoOptions.notice(reAger);
            System.err.println("ragan: report in " + folder.resolve("report.html"));
        }
    }

    private SceneEvaluation evaluation(PhotoReAger reAger) {
        if (data instanceof DataSource.Folder crops) {
            var listing = format.list(crops.path());
            System.err.println("ragan: " + crops.name() + " is read as " + listing.reading());
            return SceneEvaluation.real(reAger, listing.split().heldOut());
        }
        return SceneEvaluation.drawn(reAger);
    }
}
