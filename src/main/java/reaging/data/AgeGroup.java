package reaging.data;

import java.util.Arrays;
import java.util.Optional;

/**
 * The ten age groups of FFHQ-Aging (Or-El et al. 2020), in order.
 */
public enum AgeGroup {
    AGES_0_2(0, 2),
    AGES_3_6(3, 6),
    AGES_7_9(7, 9),
    AGES_10_14(10, 14),
    AGES_15_19(15, 19),
    AGES_20_29(20, 29),
    AGES_30_39(30, 39),
    AGES_40_49(40, 49),
    AGES_50_69(50, 69),
    AGES_70_PLUS(70, 120);

    /** Number of age groups. */
    public static final int COUNT = 10;

    /** The maximum valid age in years. */
    public static final double MAXIMUM_AGE = 120;

    private final int youngest;
    private final int oldest;

    AgeGroup(int youngest, int oldest) {
        this.youngest = youngest;
        this.oldest = oldest;
    }

    /** Returns its number, 0 to 9, which is that of its branch in the discriminator and of its block in the age code. */
    @SuppressWarnings("EnumOrdinal") // The order of the groups is part of the model.
    public int index() {
        return ordinal();
    }

    /** Returns the youngest age of the group in whole years. */
    public int youngest() {
        return youngest;
    }

    /** Returns the oldest age of the group in whole years. */
    public int oldest() {
        return oldest;
    }

    /** Returns the age in years that represents the group; 80 for the open-ended last one (our choice). */
    public double centre() {
        return this == AGES_70_PLUS ? 80 : (youngest + oldest) / 2.0;
    }

    /** Returns its label in reports and folder names, for example {@code 20-29}; the last one is {@code 70-120}. */
    public String label() {
        return youngest + "-" + oldest;
    }

    /** Returns the group with a label; the last one may also be written {@code 70+}. */
    public static Optional<AgeGroup> labelled(String label) {
        return Arrays.stream(values())
                .filter(group -> group.label().equals(label) || (group == AGES_70_PLUS && label.equals("70+")))
                .findFirst();
    }

    /** Returns the centres of all groups in order, in years. */
    public static double[] centres() {
        return Arrays.stream(values()).mapToDouble(AgeGroup::centre).toArray();
    }

    /**
     * Returns the group of an age; 2.9 years still belongs to the group 0-2.
     *
     * @param age age in years, 0 to 120
     * @throws IllegalArgumentException if the age is not from 0 to 120
     */
    public static AgeGroup of(double age) {
        requireAge(age);
        for (AgeGroup group : values()) {
            if (age < group.oldest + 1) {
                return group;
            }
        }
        return AGES_70_PLUS;
    }

    /** Formats an age the usual way: 70, not 70.0. */
    public static String text(double age) {
        return age == Math.rint(age) ? String.valueOf((long) age) : String.valueOf(age);
    }

    /**
     * Returns a valid age unchanged.
     *
     * @throws IllegalArgumentException if it is not from 0 to 120 years
     */
    public static double requireAge(double age) {
        if (!(age >= 0 && age <= MAXIMUM_AGE)) {
            throw new IllegalArgumentException(
                    "an age must be from 0 to 120 years but is " + text(age) + "; try one of 1, 24.5 or 80");
        }
        return age;
    }
}
