// SPDX-License-Identifier: Apache-2.0
package org.initium.jax;

import java.util.Arrays;
import java.util.Objects;
import org.initium.Shape;
import org.initium.SnakeCase;
import org.initium.init.Fans;
import org.initium.init.VarianceScaling.Mode;

/**
 * {@code jax.nn.initializers.variance_scaling}: weights whose variance is {@code scale / n}, where n is a fan.
 *
 * <p>Fans and quotient are computed in double precision; what follows has JAX's single precision, each step rounded:
 *
 * <ul>
 *   <li>truncated normal: {@code truncated_normal(-2, 2) * (sqrt(variance) / 0.87962566103423978)};
 *   <li>normal: {@code normal() * sqrt(variance)};
 *   <li>uniform: {@code uniform(-1, 1) * sqrt(3 * variance)}.
 * </ul>
 *
 * <p>Unlike Keras, JAX does not keep n from falling below 1, refuses tensors without elements, and by default those of rank
 * 0 and 1.
 */
public final class JaxVarianceScaling extends JaxInit {
    /** Standard deviation of a standard normal truncated to (-2, 2), as JAX has it. */
    private static final float TRUNCATED_STDDEV = (float) .87962566103423978;

    private static final int[] LAST_BUT_ONE = {-2};
    private static final int[] LAST = {-1};
    private static final int[] NONE = {};

    /** The law's family. */
    public enum Distribution {
        /** Normal, cut at two standard deviations. */
        TRUNCATED_NORMAL,
        /** Normal with its tails; in Keras this name means the truncated one. */
        NORMAL,
        /** Uniform, symmetric about 0. */
        UNIFORM;

        /**
         * The distribution of JAX's name.
         *
         * @throws IllegalArgumentException if there is none; the message lists the names
         */
        public static Distribution of(String name) {
            return SnakeCase.parse("distribution", name, values());
        }

        /** JAX's name, such as {@code truncated_normal}. */
        @Override
        public String toString() {
            return SnakeCase.of(this);
        }
    }

    private final double scale;
    private final Mode mode;
    private final Distribution distribution;
    private final int[] inAxis;
    private final int[] outAxis;
    private final int[] batchAxis;

    JaxVarianceScaling(double scale, Mode mode, Distribution distribution) {
        this(scale, mode, distribution, LAST_BUT_ONE, LAST, NONE);
    }

    private JaxVarianceScaling(
            double scale, Mode mode, Distribution distribution, int[] inAxis, int[] outAxis, int[] batchAxis) {
        if (!(scale >= 0)) {
            throw new IllegalArgumentException("scale is " + scale + ", expected 0 or more");
        }
        JaxRandom.finite("scale", scale);
        this.scale = scale;
        this.mode = Objects.requireNonNull(mode, "mode");
        this.distribution = Objects.requireNonNull(distribution, "distribution");
        this.inAxis = inAxis;
        this.outAxis = outAxis;
        this.batchAxis = batchAxis;
    }

    /**
     * The same with JAX's {@code in_axis}, {@code out_axis} and {@code batch_axis}; a negative axis counts from the end. The
     * axes in none of them are the receptive field, which counts for both fans.
     *
     * @param inAxis axes over which a unit sums, by default the last but one
     * @param outAxis axes along which units lie, by default the last
     * @param batchAxis axes along which separate tensors lie, by default none
     */
    public JaxVarianceScaling withAxes(int[] inAxis, int[] outAxis, int... batchAxis) {
        return new JaxVarianceScaling(scale, mode, distribution, inAxis.clone(), outAxis.clone(), batchAxis.clone());
    }

    @Override
    Law law(Shape shape) {
        float variance = variance(shape);
        return switch (distribution) {
            case TRUNCATED_NORMAL -> Law.truncatedNormal(-2, 2).times(sqrt(variance) / TRUNCATED_STDDEV);
            case NORMAL -> Law.NORMAL.times(sqrt(variance));
            case UNIFORM -> Law.uniform(-1, 1).times(sqrt(3 * variance));
        };
    }

    private float variance(Shape shape) {
        double inSize = Fans.product("in_axis", shape, inAxis);
        double outSize = Fans.product("out_axis", shape, outAxis);
        double batchSize = Fans.product("batch_axis", shape, batchAxis);
        if (shape.size() == 0) {
            throw new IllegalArgumentException("shape " + shape
                    + " has no elements, expected at least one; JAX raises ZeroDivisionError in computing the fans");
        }
        double receptiveField = shape.size() / inSize / outSize / batchSize;
        double fan = mode.fan(new Fans(inSize * receptiveField, outSize * receptiveField));
        double variance = scale / fan;
        return XlaMath.flush(JaxRandom.finite("scale / " + mode, variance));
    }

    private static float sqrt(float x) {
        // The root of a float in double precision, rounded, is the correctly rounded one: 53 > 2 * 24 + 2 bits.
        return (float) Math.sqrt(x);
    }

    @Override
    public String toString() {
        return "variance_scaling(" + scale + ", " + mode + ", " + distribution + ", in_axis="
                + Arrays.toString(inAxis) + ", out_axis=" + Arrays.toString(outAxis) + ", batch_axis="
                + Arrays.toString(batchAxis) + ")";
    }
}
