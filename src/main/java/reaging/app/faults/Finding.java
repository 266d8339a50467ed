package reaging.app.faults;

/**
 * One line of a diagnosis.
 *
 * @param subject such as "memory"
 * @param found what was found, and a cure if something is wrong
 */
record Finding(String subject, String found, Verdict verdict) {
    /** What a finding means. */
    enum Verdict {
        /** Everything is fine. */
        OK("ok"),
        /** Something optional is missing. */
        MISSING("missing"),
        /** The program cannot work. */
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
