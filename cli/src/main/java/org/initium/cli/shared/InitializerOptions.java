// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.initium.init.Constant;
import org.initium.init.Gain;
import org.initium.init.Identity;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.init.Orthogonal;
import org.initium.init.RandomNormal;
import org.initium.init.RandomUniform;
import org.initium.init.Sparse;
import org.initium.init.TruncatedNormal;
import org.initium.init.VarianceScaling;
import org.initium.init.VarianceScaling.Distribution;
import org.initium.init.VarianceScaling.Mode;
import org.initium.init.conv.DeltaOrthogonal;
import org.initium.init.conv.Dirac;
import org.initium.init.conv.NamedWindow;
import org.initium.init.conv.Stft;
import org.initium.init.conv.Stft.Scaling;
import org.initium.init.conv.Stft.Side;
import picocli.CommandLine.Option;

/** The parameters of initializers, with Keras's names and defaults. */
public final class InitializerOptions {
    private static final List<String> NONE = List.of();
    private static final List<String> AXES = List.of("--input-axes", "--output-axes");

    @Option(names = "--mean", paramLabel = "X", description = "Of random_normal and truncated_normal; 0 unless given.")
    private Double mean;

    @Option(
            names = "--stddev",
            paramLabel = "X",
            description = "Of random_normal and truncated_normal, 0.05 unless given; of sparse, 0.01 unless given.")
    private Double stddev;

    @Option(names = "--minval", paramLabel = "X", description = "Of random_uniform; -0.05 unless given.")
    private Double minval;

    @Option(names = "--maxval", paramLabel = "X", description = "Of random_uniform; 0.05 unless given.")
    private Double maxval;

    @Option(names = "--scale", paramLabel = "X", description = "Of variance_scaling; 1 unless given.")
    private Double scale;

    @Option(
            names = "--mode",
            paramLabel = "NAME",
            description = "Of variance_scaling: fan_in (unless given), fan_out, fan_avg, fan_geo_avg.")
    private String mode;

    @Option(
            names = "--distribution",
            paramLabel = "NAME",
            description = "Of variance_scaling: truncated_normal (unless given), untruncated_normal, uniform.")
    private String distribution;

    @Option(
            names = "--gain",
            paramLabel = "X",
            description =
                    "Of orthogonal, delta_orthogonal and identity; a number, or an activation whose gain to take, such as"
                            + " relu; 1 unless given.")
    private String gain;

    @Option(names = "--value", paramLabel = "X", description = "Of constant; 0 unless given.")
    private Double value;

    @Option(
            names = "--sparsity",
            paramLabel = "X",
            description = "Of sparse, the share of zeros in a column; 0.1 unless given.")
    private Double sparsity;

    @Option(names = "--groups", paramLabel = "N", description = "Of dirac, the convolution's; 1 unless given.")
    private Integer groups;

    @Option(names = "--side", paramLabel = "NAME", description = "Of stft: real (unless given), imag.")
    private String side;

    @Option(
            names = "--window",
            paramLabel = "NAME",
            description = "Of stft: hann (unless given), another of SciPy's windows without parameters, or none.")
    private String window;

    @Option(names = "--scaling", paramLabel = "NAME", description = "Of stft: density (unless given), spectrum, none.")
    private String scaling;

    @Option(names = "--periodic", description = "Of stft: take a periodic window, not a symmetric one.")
    private Boolean periodic;

    @Option(
            names = "--input-axes",
            split = ",",
            paramLabel = "AXIS",
            description = "Axes that a unit sums over, of the initializers that scale by fans.")
    private int[] inputAxes;

    @Option(
            names = "--output-axes",
            split = ",",
            paramLabel = "AXIS",
            description = "Axes that units lie along; goes with --input-axes.")
    private int[] outputAxes;

    /** For picocli. */
    public InitializerOptions() {}

    /** A kind of initializer: the options it takes, and how it is made from a recipe and from them. */
    private record Kind(List<String> takes, BiFunction<Initializer, InitializerOptions, Initializer> with) {}

    /**
     * The initializer of this name with the parameters given on the command line.
     *
     * @throws IllegalArgumentException if the name is unknown, or a parameter is out of range or not one that the initializer
     *     takes; the message says what would do
     */
    public Initializer create(String name) {
        if (!Initializers.names().contains(name)) {
            String hint = Suggestion.closest(name, Initializers.names())
                    .map(closest -> "; did you mean " + closest + "?")
                    .orElse("");
            throw new IllegalArgumentException("initializer '" + name + "' is unknown, expected one of "
                    + String.join(", ", Initializers.names()) + hint);
        }
        Initializer recipe = Initializers.of(name);
        Kind kind = kind(name, recipe);
        for (String option : given().keySet()) {
            if (!kind.takes().contains(option)) {
                throw new IllegalArgumentException("initializer " + name + " does not take " + option + "; it takes "
                        + (kind.takes().isEmpty() ? "no parameters" : String.join(", ", kind.takes())));
            }
        }
        return kind.with().apply(recipe, this);
    }

    /** The parameters given on the command line, under Keras's names. */
    public JsonOutput json() {
        JsonOutput json = new JsonOutput();
        given().forEach((option, parameter) -> json.put(option.substring(2).replace('-', '_'), parameter));
        return json;
    }

    /** The parameters given on the command line, by option. */
    private Map<String, Object> given() {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("--mean", mean);
        given.put("--stddev", stddev);
        given.put("--minval", minval);
        given.put("--maxval", maxval);
        given.put("--scale", scale);
        given.put("--mode", mode);
        given.put("--distribution", distribution);
        given.put("--gain", gain == null ? null : gain());
        given.put("--value", value);
        given.put("--sparsity", sparsity);
        given.put("--groups", groups);
        given.put("--side", side);
        given.put("--window", window);
        given.put("--scaling", scaling);
        given.put("--periodic", periodic);
        given.put("--input-axes", inputAxes);
        given.put("--output-axes", outputAxes);
        given.values().removeIf(parameter -> parameter == null);
        return given;
    }

    private static Kind kind(String name, Initializer recipe) {
        if (name.equals("constant")) {
            return new Kind(List.of("--value"), (r, o) -> new Constant(or(o.value, 0)));
        } else if (name.equals("identity")) {
            return new Kind(List.of("--gain"), (r, o) -> new Identity(o.gain()));
        } else if (name.equals("orthogonal")) {
            return new Kind(List.of("--gain"), (r, o) -> new Orthogonal(o.gain()));
        } else if (name.equals("delta_orthogonal")) {
            return new Kind(List.of("--gain"), (r, o) -> new DeltaOrthogonal(o.gain()));
        } else if (name.equals("dirac")) {
            return new Kind(
                    List.of("--groups"), (r, o) -> new Dirac(o.groups == null ? Dirac.DEFAULT.groups() : o.groups));
        } else if (name.equals("stft")) {
            return new Kind(List.of("--side", "--window", "--scaling", "--periodic"), (r, o) -> o.stft());
        } else if (name.equals("sparse")) {
            Sparse defaults = Sparse.DEFAULT;
            return new Kind(
                    List.of("--sparsity", "--stddev"),
                    (r, o) -> new Sparse(or(o.sparsity, defaults.sparsity()), or(o.stddev, defaults.stddev())));
        } else if (name.equals("random_uniform")) {
            RandomUniform defaults = RandomUniform.DEFAULT;
            return new Kind(
                    List.of("--minval", "--maxval"),
                    (r, o) -> new RandomUniform(or(o.minval, defaults.minval()), or(o.maxval, defaults.maxval())));
        } else if (name.equals("random_normal")) {
            RandomNormal defaults = RandomNormal.DEFAULT;
            return new Kind(
                    List.of("--mean", "--stddev"),
                    (r, o) -> new RandomNormal(or(o.mean, defaults.mean()), or(o.stddev, defaults.stddev())));
        } else if (name.equals("truncated_normal")) {
            TruncatedNormal defaults = TruncatedNormal.DEFAULT;
            return new Kind(
                    List.of("--mean", "--stddev"),
                    (r, o) -> new TruncatedNormal(or(o.mean, defaults.mean()), or(o.stddev, defaults.stddev())));
        } else if (name.equals("variance_scaling")) {
            return new Kind(
                    List.of("--scale", "--mode", "--distribution", "--input-axes", "--output-axes"),
                    (r, o) -> o.withAxes(o.varianceScaling()));
        }
        return recipe instanceof VarianceScaling scaling
                ? new Kind(AXES, (r, o) -> o.withAxes(scaling))
                : new Kind(NONE, (r, o) -> r);
    }

    private double gain() {
        if (gain == null) {
            return Gain.linear();
        }
        if (Gain.names().contains(gain)) {
            return Gain.of(gain);
        }
        try {
            return Double.parseDouble(gain);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "--gain is '" + gain + "', expected a number or one of " + String.join(", ", Gain.names()), e);
        }
    }

    private Stft stft() {
        Stft defaults = Stft.DEFAULT;
        return new Stft(
                side == null ? defaults.side() : Side.of(side),
                window == null ? defaults.window() : NamedWindow.of(window),
                scaling == null ? defaults.scaling() : Scaling.of(scaling),
                periodic == null ? defaults.periodic() : periodic);
    }

    private VarianceScaling varianceScaling() {
        VarianceScaling defaults = VarianceScaling.DEFAULT;
        return new VarianceScaling(
                or(scale, defaults.scale()),
                mode == null ? defaults.mode() : Mode.of(mode),
                distribution == null ? defaults.distribution() : Distribution.of(distribution));
    }

    private VarianceScaling withAxes(VarianceScaling scaling) {
        if (inputAxes == null && outputAxes == null) {
            return scaling;
        }
        if (inputAxes == null || outputAxes == null) {
            throw new IllegalArgumentException((inputAxes == null ? "--output-axes" : "--input-axes")
                    + " is given alone, expected --input-axes and --output-axes together");
        }
        return scaling.withAxes(inputAxes, outputAxes);
    }

    private static double or(Double given, double otherwise) {
        return given == null ? otherwise : given;
    }
}
