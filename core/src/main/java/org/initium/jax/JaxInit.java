// SPDX-License-Identifier: Apache-2.0
package org.initium.jax;

import java.util.Objects;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.VarianceScaling.Mode;
import org.initium.jax.JaxVarianceScaling.Distribution;

/**
 * The initializers of {@code jax.nn.initializers}, which Flax, Haiku and Equinox users know, for float32: the floats that
 * jax 0.10.2 gives in eager mode on an x86-64 CPU with fused multiply-add, bit for bit.
 *
 * <pre>{@code
 * float[] kernel = JaxInit.lecunNormal().create(JaxKey.of(42), Shape.of(784, 128));
 * }</pre>
 *
 * <p>They differ from Keras's initializers on JAX with the same key: JAX computes scales in single precision, Keras in double
 * precision. Under {@code jax.jit} XLA fuses an initializer's steps and rounds differently; see {@link JaxRandom}.
 * {@code orthogonal} and {@code delta_orthogonal} are not here, as their bits depend on the LAPACK in use.
 */
public abstract class JaxInit {
    JaxInit() {}

    abstract Law law(Shape shape);

    /**
     * Writes the elements of {@code slice} of a tensor of this shape to {@code out[offset ..]}, and nothing else.
     *
     * @param slice a slice of a tensor of {@code shape.size()} elements
     * @throws IllegalArgumentException if this initializer does not apply to the shape, or the slice is not one of such a
     *     tensor; nothing is written then
     * @throws IndexOutOfBoundsException if the slice does not fit {@code out}; nothing is written then
     */
    public void fill(JaxKey key, Shape shape, Slice slice, float[] out, int offset) {
        slice.requireOf(shape);
        JaxRandom.draw(key, law(shape), slice, out, offset);
    }

    /**
     * A new tensor's elements in row-major order.
     *
     * @throws IllegalArgumentException if this initializer does not apply to the shape, or its elements do not fit one array
     */
    public float[] create(JaxKey key, Shape shape) {
        float[] out = new float[shape.intSize()];
        fill(key, shape, Slice.all(shape), out, 0);
        return out;
    }

    /**
     * {@code uniform(scale)}: on {@code [0, scale)}. JAX's default scale is 0.01.
     *
     * @param scale finite; JAX does not mind a negative one
     * @throws IllegalArgumentException if the scale is outside a float's range
     */
    public static JaxInit uniform(double scale) {
        return new Fixed("uniform(" + scale + ")", Law.uniform(0, 1).times(JaxRandom.finite("scale", scale)));
    }

    /**
     * {@code normal(stddev)}. JAX's default is 0.01.
     *
     * @param stddev finite; JAX does not mind a negative one
     * @throws IllegalArgumentException if it is outside a float's range
     */
    public static JaxInit normal(double stddev) {
        return new Fixed("normal(" + stddev + ")", Law.NORMAL.times(JaxRandom.finite("stddev", stddev)));
    }

    /**
     * {@code truncated_normal(stddev)}: cut at two stddev, which is the standard deviation before the cut. JAX's default
     * is 0.01.
     *
     * @param stddev finite; JAX does not mind a negative one
     * @throws IllegalArgumentException if it is outside a float's range
     */
    public static JaxInit truncatedNormal(double stddev) {
        return truncatedNormal(stddev, -2, 2);
    }

    /**
     * {@code truncated_normal(stddev, lower=lower, upper=upper)}.
     *
     * @param stddev finite; JAX does not mind a negative one
     * @param lower lower bound in units of stddev, perhaps infinite
     * @param upper upper bound in units of stddev, perhaps infinite, at least lower
     * @throws IllegalArgumentException if a parameter is outside its range
     */
    public static JaxInit truncatedNormal(double stddev, double lower, double upper) {
        return new Fixed(
                "truncated_normal(" + stddev + ", " + lower + ", " + upper + ")",
                JaxRandom.truncated(lower, upper).times(JaxRandom.finite("stddev", stddev)));
    }

    /**
     * {@code variance_scaling(scale, mode, distribution)} with JAX's default axes.
     *
     * @param scale 0 or more, finite
     * @throws IllegalArgumentException if the scale is outside its range
     */
    public static JaxVarianceScaling varianceScaling(double scale, Mode mode, Distribution distribution) {
        return new JaxVarianceScaling(scale, mode, distribution);
    }

    /** {@code glorot_uniform()}, alias {@code xavier_uniform}: X. Glorot and Y. Bengio (2010). */
    public static JaxVarianceScaling glorotUniform() {
        return varianceScaling(1, Mode.FAN_AVG, Distribution.UNIFORM);
    }

    /** {@code glorot_normal()}, alias {@code xavier_normal}: X. Glorot and Y. Bengio (2010), truncated normal. */
    public static JaxVarianceScaling glorotNormal() {
        return varianceScaling(1, Mode.FAN_AVG, Distribution.TRUNCATED_NORMAL);
    }

    /** {@code lecun_uniform()}: Y. LeCun, L. Bottou, G. Orr, K.-R. Mueller (1998). */
    public static JaxVarianceScaling lecunUniform() {
        return varianceScaling(1, Mode.FAN_IN, Distribution.UNIFORM);
    }

    /** {@code lecun_normal()}, Flax's default for kernels: LeCun et al. (1998), truncated normal. */
    public static JaxVarianceScaling lecunNormal() {
        return varianceScaling(1, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL);
    }

    /** {@code he_uniform()}, alias {@code kaiming_uniform}: K. He, X. Zhang, S. Ren, J. Sun (2015). */
    public static JaxVarianceScaling heUniform() {
        return varianceScaling(2, Mode.FAN_IN, Distribution.UNIFORM);
    }

    /** {@code he_normal()}, alias {@code kaiming_normal}: He et al. (2015), truncated normal. */
    public static JaxVarianceScaling heNormal() {
        return varianceScaling(2, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL);
    }

    /** An initializer that does not look at the shape. */
    private static final class Fixed extends JaxInit {
        private final String name;
        private final Law law;

        Fixed(String name, Law law) {
            this.name = name;
            this.law = Objects.requireNonNull(law);
        }

        @Override
        Law law(Shape shape) {
            return law;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
