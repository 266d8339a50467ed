package reaging.run.page;

import java.time.Duration;
import java.util.Locale;

/** Formats durations. */
public final class Durations {
    private Durations() {}

    /** Formats seconds such as {@code 1d 02h 03m}, {@code 2h 03m 04s}, {@code 3m 04s} or {@code 4s}. */
    public static String text(double seconds) {
        var time = Duration.ofSeconds(Math.round(seconds));
        if (time.toDays() > 0) {
            return String.format(
                    Locale.ROOT, "%dd %02dh %02dm", time.toDays(), time.toHoursPart(), time.toMinutesPart());
        }
        if (time.toHours() > 0) {
            return String.format(
                    Locale.ROOT, "%dh %02dm %02ds", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
        }
        return time.toMinutes() > 0
                ? String.format(Locale.ROOT, "%dm %02ds", time.toMinutes(), time.toSecondsPart())
                : time.toSeconds() + "s";
    }
}
