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

    /** The number of groups, "ages" in shapes. */
    public static final int COUNT = 10;

    /** The oldest age that counts as one, in years. */
    public static final double MAXIMUM_AGE = 120;

    private final int youngest;
    private final int oldest;

    AgeGroup(int youngest, int oldest) {
        this.youngest = youngest;
        this.oldest = oldest;
    }

    /** Its number, 0 to 9: of its branch in the discriminator and of its block in the age code. */
    @SuppressWarnings("EnumOrdinal") // The order of the groups is part of the model.
    public int index() {
        return ordinal();
    }

    /** The youngest age of the group, in whole years. */
    public int youngest() {
        return youngest;
    }

    /** The oldest age of the group, in whole years. */
    public int oldest() {
        return oldest;
    }

    /** The age in years that stands for the group; 80 for the open last one (our choice). */
    public double centre() {
        return this == AGES_70_PLUS ? 80 : (youngest + oldest) / 2.0;
    }

    /** What the group is called in reports and folder names, for example {@code 20-29}; the last one is {@code 70-120}. */
    public String label() {
        return youngest + "-" + oldest;
    }

    /** The group of that label; the last one is also {@code 70+}. */
    public static Optional<AgeGroup> labelled(String label) {
        return Arrays.stream(values())
                .filter(group -> group.label().equals(label) || (group == AGES_70_PLUS && label.equals("70+")))
                .findFirst();
    }

    /** The centres of all groups in order, in years. */
    public static double[] centres() {
        return Arrays.stream(values()).mapToDouble(AgeGroup::centre).toArray();
    }

    /**
     * The group that an age belongs to; 2.9 years is still the group 0-2.
     *
     * @param age in years, 0 to 120
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

    /** An age as one writes it: 70, not 70.0. */
    public static String text(double age) {
        return age == Math.rint(age) ? String.valueOf((long) age) : String.valueOf(age);
    }

    /** Returns the age if it is one, 0 to 120 years, and says so otherwise. */
    public static double requireAge(double age) {
        if (!(age >= 0 && age <= MAXIMUM_AGE)) {
            throw new IllegalArgumentException(
                    "an age must be from 0 to 120 years but is " + text(age) + "; try one of 1, 24.5 or 80");
        }
        return age;
    }
}
