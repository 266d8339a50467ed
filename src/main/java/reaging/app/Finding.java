package reaging.app;

/**
 * One line of a diagnosis.
 *
 * @param subject such as "memory"
 * @param found what is there, and a cure where something is wrong
 */
record Finding(String subject, String found, Verdict verdict) {
    /** What it means. */
    enum Verdict {
        /** As it should be. */
        OK("ok"),
        /** Something optional is not there. */
        MISSING("missing"),
        /** The program cannot work like this. */
        BROKEN("broken");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    static Finding ok(String subject, String found) {
        return new Finding(subject, found, Verdict.OK);
    }

    static Finding missing(String subject, String found) {
        return new Finding(subject, found, Verdict.MISSING);
    }

    static Finding broken(String subject, String found) {
        return new Finding(subject, found, Verdict.BROKEN);
    }
}
