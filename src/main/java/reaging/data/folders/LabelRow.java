package reaging.data.folders;

import java.util.Map;
import reaging.data.AgeGroup;

/**
 * One row of a CSV file.
 *
 * @param line its number in the file; the header is line 1
 * @param cells by the names of the columns, in their order
 */
record LabelRow(long line, Map<String, String> cells) {
    /** Whether there is such a column. */
    boolean has(String column) {
        return cells.containsKey(column);
    }

    /** The text of a cell, which must not be empty. */
    String text(String column) {
        var text = cells.get(column);
        if (text == null || text.isBlank()) {
            throw wrong(column + " must be given but is empty");
        }
        return text.strip();
    }

    /** The text of a cell, which must be one of two. */
    String oneOf(String column, String first, String second) {
        var text = text(column);
        if (!text.equals(first) && !text.equals(second)) {
            throw wrong(column + " must be " + first + " or " + second + " but is " + text);
        }
        return text;
    }

    /** The number in a cell. */
    double number(String column) {
        var text = text(column);
        try {
            // A comma in a cell is that of 25,5, as where semicolons stand between the cells.
            double number = Double.parseDouble(text.replace(',', '.'));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for what is not finite.
        }
        throw wrong(column + " must be a number but is " + text);
    }

    /** Whether the number in a cell, if it is one, is above another. */
    boolean above(String column, double bound) {
        try {
            return number(column) > bound;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The age in a cell, in years. */
    double age(String column) {
        double age = number(column);
        if (!(age >= 0 && age <= AgeGroup.MAXIMUM_AGE)) {
            throw wrong(column + " must be from 0 to 120 years but is " + text(column));
        }
        return age;
    }

    /** The age group in a cell. */
    AgeGroup group(String column) {
        return AgeGroup.labelled(text(column))
                .orElseThrow(() ->
                        wrong(column + " must be one of 0-2, 3-6, 7-9, 10-14, 15-19, 20-29, 30-39, 40-49, 50-69 and"
                                + " 70-120 but is " + text(column)));
    }

    /** What is wrong with this row, as an error. */
    IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("line " + line + ": " + what);
    }
}
