package reaging.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The configuration of the networks: their sizes, the parts left out, the kind of upsampling, and attention. With every halving of the image
 * but the outermost {@code outerLevels}, the number of channels doubles, from {@code baseWidth} up to {@code maximumWidth}; the
 * identity features are always 16 x 16.
 *
 * @param preset name of these sizes
 * @param imageSize side S of the square image in pixels, a power of two from 32 to 1024
 * @param baseWidth channels of the first layer, b; at least 1
 * @param maximumWidth channels of the widest layer, m; at least b
 * @param styleSize length d of the modulator's vector, at least 1
 * @param outerLevels how many of the outermost halvings keep {@code baseWidth} channels before the number begins to double;
 *     0 in the paper, at most {@link #levels}
 * @param without parts that an ablation leaves out; empty in every preset
 * @param upsampling how the decoder doubles; nearest in every preset, since the paper specifies nothing else
 * @param attention whether the decoder has an {@link AttentionMask}; no preset's has, since the paper's does not
 */
public record ModelConfig(
        String preset,
        int imageSize,
        int baseWidth,
        int maximumWidth,
        int styleSize,
        int outerLevels,
        Set<Part> without,
        Upsampling upsampling,
        boolean attention) {
    /** Side of the identity features in pixels: the paper's figure at image size 256, our choice at all others. */
    public static final int IDENTITY_SIZE = 16;

    /** Number of age groups. */
    public static final int AGES = 10;

    private static final Map<String, ModelConfig> PRESETS = presets();

    public ModelConfig {
        if (Integer.bitCount(imageSize) != 1 || imageSize < 32 || imageSize > 1024) {
            throw new IllegalArgumentException("imageSize must be a power of two from 32 to 1024 but is " + imageSize
                    + "; try " + Math.min(1024, Math.max(32, Integer.highestOneBit(Math.max(1, imageSize)))));
        }
        if (baseWidth < 1 || maximumWidth < baseWidth || styleSize < 1) {
            throw new IllegalArgumentException("widths must be positive and baseWidth at most maximumWidth but are "
                    + baseWidth + ", " + maximumWidth + " and style " + styleSize + "; try 8, 64 and 64");
        }
        int levels = halvings(imageSize, IDENTITY_SIZE);
        if (outerLevels < 0 || outerLevels > levels) {
            throw new IllegalArgumentException("outerLevels must be 0 to " + levels + " at " + imageSize
                    + " pixels but is " + outerLevels + "; try 0");
        }
        // Older models lack these entries. The set is sorted so that equal configurations give equal files.
        without = Collections.unmodifiableSet(new TreeSet<>(Objects.requireNonNullElse(without, Set.<Part>of())));
        upsampling = Objects.requireNonNullElse(upsampling, Upsampling.NEAREST);
    }

    /** Configures the full network at these sizes, with nearest upsampling as in StarGAN v2 and without attention. */
    public ModelConfig(String preset, int imageSize, int baseWidth, int maximumWidth, int styleSize) {
        this(preset, imageSize, baseWidth, maximumWidth, styleSize, 0, Set.of(), Upsampling.NEAREST, false);
    }

    /** Returns this configuration with other parts left out. */
    public ModelConfig without(Set<Part> parts) {
        return new ModelConfig(
                preset, imageSize, baseWidth, maximumWidth, styleSize, outerLevels, parts, upsampling, attention);
    }

    /** Returns this configuration with another kind of upsampling. */
    public ModelConfig withUpsampling(Upsampling other) {
        return new ModelConfig(
                preset, imageSize, baseWidth, maximumWidth, styleSize, outerLevels, without, other, attention);
    }

    /** Returns this configuration with or without attention. */
    public ModelConfig withAttention(boolean other) {
        return new ModelConfig(
                preset, imageSize, baseWidth, maximumWidth, styleSize, outerLevels, without, upsampling, other);
    }

    /** Returns this configuration for images of twice the side: one more level of {@code baseWidth} channels around the network. */
    public ModelConfig grown(String name) {
        return new ModelConfig(
                name,
                2 * imageSize,
                baseWidth,
                maximumWidth,
                styleSize,
                outerLevels + 1,
                without,
                upsampling,
                attention);
    }

    /** Whether the network has this part. */
    public boolean has(Part part) {
        return !without.contains(part);
    }

    private static Map<String, ModelConfig> presets() {
        Map<String, ModelConfig> presets = new LinkedHashMap<>();
        add(presets, "canonical", 64, 512, 512, 256, 128, 64);
        add(presets, "light", 32, 256, 256, 256, 128, 64);
        var small = new ModelConfig("small-64", 64, 16, 128, 128);
        presets.put("small-128", small.grown("small-128"));
        presets.put(small.preset(), small);
        add(presets, "tiny", 8, 64, 64, 64, 32);
        return presets;
    }

    private static void add(Map<String, ModelConfig> presets, String family, int b, int m, int d, int... sizes) {
        for (int size : sizes) {
            String name = family + "-" + size;
            presets.put(name, new ModelConfig(name, size, b, m, d));
        }
    }

    /**
     * Returns a preset; {@code canonical-256} is the paper's network.
     *
     * @throws IllegalArgumentException if there is none of that name; the message lists all
     */
    public static ModelConfig preset(String name) {
        var config = PRESETS.get(name);
        if (config == null) {
            throw new IllegalArgumentException(
                    "a preset must be one of " + String.join(", ", PRESETS.keySet()) + " but is " + name);
        }
        return config;
    }

    /** Returns the names of all presets. */
    public static Set<String> presetNames() {
        return PRESETS.keySet();
    }

    /** Returns the length of the vector that guides the decoder: the modulator's or, without a modulator, the age code. */
    public int guideSize() {
        return has(Part.MODULATOR) ? styleSize : AgeCode.SIZE;
    }

    /** Returns how many times the encoder halves the image. */
    public int levels() {
        return halvings(imageSize, IDENTITY_SIZE);
    }

    /** Returns how many times the discriminator halves the image, down to 4 x 4. */
    public int discriminatorLevels() {
        return halvings(imageSize, 4);
    }

    /** Returns the number of channels after {@code level} halvings. */
    public int width(int level) {
        return (int) Math.min((long) baseWidth << Math.max(0, level - outerLevels), maximumWidth);
    }

    /** Returns the number C of channels of the identity features [N, 16, 16, C]. */
    public int identityWidth() {
        return width(levels());
    }

    private static int halvings(int from, int to) {
        return Integer.numberOfTrailingZeros(from / to);
    }
}
