package reaging.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The sizes of the networks and what is left open by them. Widths double from {@code baseWidth} up to {@code maximumWidth} with every halving of the
 * image; the identity features are always 16 x 16.
 *
 * @param preset the name of these sizes
 * @param imageSize side S of the square image, in pixels; a power of two, 32 to 1024
 * @param baseWidth channels of the first layer, b
 * @param maximumWidth channels of the widest layer, m
 * @param styleSize length of the modulator's vector, d
 * @param outerLevels how many of the outermost halvings keep {@code baseWidth} channels before the widths begin to double; 0 in the
 *     paper. A network with one more than another is that network with one more level around it
 * @param without parts that an ablation leaves out; none in every preset
 * @param upsampling how the decoder doubles; nearest in every preset, as the paper says nothing else
 */
public record ModelConfig(
        String preset,
        int imageSize,
        int baseWidth,
        int maximumWidth,
        int styleSize,
        int outerLevels,
        Set<Part> without,
        Upsampling upsampling) {
    /** Side of the identity features, in pixels. Our choice at every size but 256, where it is the paper's figure. */
    public static final int IDENTITY_SIZE = 16;

    /** The number of age groups, "ages" in shapes. */
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
        int levels = log2(imageSize) - log2(IDENTITY_SIZE);
        if (outerLevels < 0 || outerLevels > levels) {
            throw new IllegalArgumentException("outerLevels must be 0 to " + levels + " at " + imageSize
                    + " pixels but is " + outerLevels + "; try 0");
        }
        // Models from before there was a choice name none. In one order, so that equal sizes are equal files.
        without = Collections.unmodifiableSet(new TreeSet<>(Objects.requireNonNullElse(without, Set.<Part>of())));
        upsampling = Objects.requireNonNullElse(upsampling, Upsampling.NEAREST);
    }

    /** The whole network at these sizes, as StarGAN v2 doubles. */
    public ModelConfig(String preset, int imageSize, int baseWidth, int maximumWidth, int styleSize) {
        this(preset, imageSize, baseWidth, maximumWidth, styleSize, 0, Set.of(), Upsampling.NEAREST);
    }

    /** The same network, but for these parts. */
    public ModelConfig without(Set<Part> parts) {
        return new ModelConfig(preset, imageSize, baseWidth, maximumWidth, styleSize, outerLevels, parts, upsampling);
    }

    /** The same network with a decoder that doubles in another way. */
    public ModelConfig withUpsampling(Upsampling other) {
        return new ModelConfig(preset, imageSize, baseWidth, maximumWidth, styleSize, outerLevels, without, other);
    }

    /** The same network for images of twice the side: with one more level of {@code baseWidth} channels around it. */
    public ModelConfig grown(String name) {
        return new ModelConfig(
                name, 2 * imageSize, baseWidth, maximumWidth, styleSize, outerLevels + 1, without, upsampling);
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

    /** The preset of that name; {@code canonical-256} is the paper's network. */
    public static ModelConfig preset(String name) {
        var config = PRESETS.get(name);
        if (config == null) {
            throw new IllegalArgumentException(
                    "a preset must be one of " + String.join(", ", PRESETS.keySet()) + " but is " + name);
        }
        return config;
    }

    /** The names of all presets. */
    public static Set<String> presetNames() {
        return PRESETS.keySet();
    }

    /** Length of the vector that guides the decoder: the modulator's, or the age code where there is no modulator. */
    public int guideSize() {
        return has(Part.MODULATOR) ? styleSize : AgeCode.SIZE;
    }

    /** How often the encoder halves the image. */
    public int levels() {
        return log2(imageSize) - log2(IDENTITY_SIZE);
    }

    /** How often the discriminator halves the image, down to 4 x 4. */
    public int discriminatorLevels() {
        return log2(imageSize) - 2;
    }

    /** Channels after {@code level} halvings. */
    public int width(int level) {
        return (int) Math.min((long) baseWidth << Math.max(0, level - outerLevels), maximumWidth);
    }

    /** Channels of the identity features, "C" in their shape [N, 16, 16, C]. */
    public int identityWidth() {
        return width(levels());
    }

    private static int log2(int powerOfTwo) {
        return Integer.numberOfTrailingZeros(powerOfTwo);
    }
}
