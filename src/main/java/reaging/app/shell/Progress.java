package reaging.app.shell;

/** Prints a line every few seconds while steps run. */
final class Progress {
    private static final long SECONDS = 5;

    private final int count;
    private int done;
    private long shown = System.nanoTime();

    Progress(int count) {
        this.count = count;
    }

    void stepped(Object state) {
        done++;
        if (done < count && System.nanoTime() - shown > SECONDS * 1_000_000_000L) {
            shown = System.nanoTime();
            System.out.println(state);
        }
    }
}
