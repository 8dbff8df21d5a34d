// SPDX-License-Identifier: Apache-2.0
package org.initium.init;

import java.util.Arrays;
import java.util.Objects;
import org.initium.Shape;
import org.initium.SnakeCase;

/**
 * The engine behind the named recipes: weights whose variance is {@code scale / n}, where n is a fan.
 *
 * <p>{@code keras.initializers.VarianceScaling}; with {@code s = scale / max(1, n)}:
 *
 * <ul>
 *   <li>truncated normal: standard deviation {@code sqrt(s) / 0.87962566103423978} before truncation, so that it is
 *       {@code sqrt(s)} after it;
 *   <li>untruncated normal: standard deviation {@code sqrt(s)};
 *   <li>uniform: on {@code [-sqrt(3 s), sqrt(3 s))}.
 * </ul>
 */
public final class VarianceScaling implements IndependentInitializer {
    /** Keras's default: scale 1, fan_in, truncated normal. */
    public static final VarianceScaling DEFAULT = new VarianceScaling(1, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL);

    /** Which fan divides the scale. */
    public enum Mode {
        /** The number of inputs: keeps the variance of activations. */
        FAN_IN,
        /** The number of outputs: keeps the variance of gradients. */
        FAN_OUT,
        /** The mean of both. */
        FAN_AVG,
        /**
         * The geometric mean of both: {@code fan_geo_avg} of {@code jax.nn.initializers.variance_scaling}. Keras has no such
         * mode.
         */
        FAN_GEO_AVG;

        /**
         * The mode of Keras's name; or {@code fan_geo_avg}, JAX's.
         *
         * @throws IllegalArgumentException if there is none; the message lists the names
         */
        public static Mode of(String name) {
            return SnakeCase.parse("mode", name, values());
        }

        /** The fan that this mode picks, or makes of both. */
        public double fan(Fans fans) {
            return switch (this) {
                case FAN_IN -> fans.fanIn();
                case FAN_OUT -> fans.fanOut();
                case FAN_AVG -> (fans.fanIn() + fans.fanOut()) / 2;
                case FAN_GEO_AVG -> Math.sqrt(fans.fanIn() * fans.fanOut());
            };
        }

        /** Keras's name, such as {@code fan_in}. */
        @Override
        public String toString() {
            return SnakeCase.of(this);
        }
    }

    /** The law's family. */
    public enum Distribution {
        /** Normal, cut at two standard deviations. */
        TRUNCATED_NORMAL,
        /** Normal with its tails. */
        UNTRUNCATED_NORMAL,
        /** Uniform, symmetric about 0. */
        UNIFORM;

        /**
         * The distribution of Keras's name; {@code normal} is another spelling of {@code truncated_normal}.
         *
         * @throws IllegalArgumentException if there is none; the message lists the names
         */
        public static Distribution of(String name) {
            return name.equals("normal") ? TRUNCATED_NORMAL : SnakeCase.parse("distribution", name, values());
        }

        /** Keras's name, such as {@code truncated_normal}. */
        @Override
        public String toString() {
            return SnakeCase.of(this);
        }
    }

    private final double scale;
    private final Mode mode;
    private final Distribution distribution;
    private final int[] inputAxes;
    private final int[] outputAxes;

    /**
     * Fans by Keras's rule, {@link Fans#of(Shape)}.
     *
     * @param scale above 0, finite
     * @throws IllegalArgumentException if the scale is outside its range
     */
    public VarianceScaling(double scale, Mode mode, Distribution distribution) {
        this(scale, mode, distribution, null, null);
    }

    private VarianceScaling(double scale, Mode mode, Distribution distribution, int[] inputAxes, int[] outputAxes) {
        if (!(scale > 0 && Float.isFinite((float) scale))) {
            throw new IllegalArgumentException(
                    "scale is " + scale + ", expected a number above 0 within a float's range");
        }
        this.scale = scale;
        this.mode = Objects.requireNonNull(mode, "mode");
        this.distribution = Objects.requireNonNull(distribution, "distribution");
        this.inputAxes = inputAxes;
        this.outputAxes = outputAxes;
    }

    /** The same with fans by explicit axes, {@link Fans#of(Shape, int[], int[])}. */
    public VarianceScaling withAxes(int[] inputAxes, int[] outputAxes) {
        return new VarianceScaling(scale, mode, distribution, inputAxes.clone(), outputAxes.clone());
    }

    /** The fans that this initializer sees in a shape. */
    public Fans fans(Shape shape) {
        return inputAxes == null ? Fans.of(shape) : Fans.of(shape, inputAxes, outputAxes);
    }

    /** The numerator of the variance. */
    public double scale() {
        return scale;
    }

    /** Which fan divides the scale. */
    public Mode mode() {
        return mode;
    }

    /** The law's family. */
    public Distribution distribution() {
        return distribution;
    }

    @Override
    public Law.Independent law(Shape shape) {
        double variance = scale / Math.max(1, mode.fan(fans(shape)));
        return switch (distribution) {
            case TRUNCATED_NORMAL ->
                new Law.TruncatedNormal(0, Math.sqrt(variance) / Law.TruncatedNormal.STANDARD_STDDEV);
            case UNTRUNCATED_NORMAL -> new Law.Normal(0, Math.sqrt(variance));
            case UNIFORM -> new Law.Uniform(-Math.sqrt(3 * variance), Math.sqrt(3 * variance));
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VarianceScaling that
                && scale == that.scale
                && mode == that.mode
                && distribution == that.distribution
                && Arrays.equals(inputAxes, that.inputAxes)
                && Arrays.equals(outputAxes, that.outputAxes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(scale, mode, distribution, Arrays.hashCode(inputAxes), Arrays.hashCode(outputAxes));
    }

    @Override
    public String toString() {
        String axes = inputAxes == null
                ? ""
                : ", inputAxes=" + Arrays.toString(inputAxes) + ", outputAxes=" + Arrays.toString(outputAxes);
        return "VarianceScaling[scale=" + scale + ", mode=" + mode + ", distribution=" + distribution + axes + "]";
    }
}
