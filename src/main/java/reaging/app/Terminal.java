package reaging.app;

/** Whether somebody watches. */
final class Terminal {
    private Terminal() {}

    /** Whether stderr is a terminal; the launcher says so, since Java cannot ask on every version. */
    static boolean attended() {
        return Boolean.getBoolean("ragan.terminal");
    }
}
