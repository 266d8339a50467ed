package reaging.data.folders;

import java.util.Map;
import reaging.data.AgeGroup;

/**
 * A row of a CSV file.
 *
 * @param line its line number in the file; the header is line 1
 * @param cells cells by the names of the columns, in order
 */
record LabelRow(long line, Map<String, String> cells) {
    /** Whether a column exists. */
    boolean has(String column) {
        return cells.containsKey(column);
    }

    /** Returns the text of a cell, which must not be empty. */
    String text(String column) {
        var text = cells.get(column);
        if (text == null || text.isBlank()) {
            throw wrong(column + " must be given but is empty");
        }
        return text.strip();
    }

    /** Returns the text of a cell, which must be one of two. */
    String oneOf(String column, String first, String second) {
        var text = text(column);
        if (!text.equals(first) && !text.equals(second)) {
            throw wrong(column + " must be " + first + " or " + second + " but is " + text);
        }
        return text;
    }

    /** Returns the number in a cell. */
    double number(String column) {
        var text = text(column);
        try {
            // A comma in a cell is a decimal comma, as in 25,5 in files separated by semicolons.
            double number = Double.parseDouble(text.replace(',', '.'));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported below, together with non-finite numbers.
        }
        throw wrong(column + " must be a number but is " + text);
    }

    /** Whether a cell is a number above a bound. */
    boolean above(String column, double bound) {
        try {
            return number(column) > bound;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns the age in a cell in years. */
    double age(String column) {
        double age = number(column);
        if (!(age >= 0 && age <= AgeGroup.MAXIMUM_AGE)) {
            throw wrong(column + " must be from 0 to 120 years but is " + text(column));
        }
        return age;
    }

    /** Returns the age group in a cell. */
    AgeGroup group(String column) {
        return AgeGroup.labelled(text(column))
                .orElseThrow(() ->
                        wrong(column + " must be one of 0-2, 3-6, 7-9, 10-14, 15-19, 20-29, 30-39, 40-49, 50-69 and"
                                + " 70-120 but is " + text(column)));
    }

    /** Creates an error about this row. */
    IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("line " + line + ": " + what);
    }
}
