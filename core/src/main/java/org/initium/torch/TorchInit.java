// SPDX-License-Identifier: Apache-2.0
package org.initium.torch;

import java.util.Arrays;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Orthogonal;
import org.initium.random.Sampler;

/**
 * {@code torch.nn.init} for contiguous tensors of float32 on a CPU: after {@link TorchGenerator#manualSeed} the same calls in
 * the same order give the same floats, to the bit; {@link #orthogonal} within 1e-5.
 *
 * <p>Shapes are PyTorch's, (out, in, spatial ...): a linear layer's weight is (out, in), a convolution's (out, in, height,
 * width). Keras, and the rest of Initium, has (in, out) and (height, width, in, out). Elements are in row-major order.
 *
 * <p>Every method returns a new array, throws {@link IllegalArgumentException} for parameters outside the stated ranges, and
 * draws nothing then.
 */
public final class TorchInit {
    private TorchInit() {}

    /**
     * {@code uniform_(tensor, a, b)}: uniform on [a, b).
     *
     * @param a at most {@code b}; both, and their difference, within a float's range
     */
    public static float[] uniform(Shape shape, double a, double b, TorchGenerator generator) {
        float[] out = new float[shape.intSize()];
        generator.uniform(a, b, out, 0, out.length);
        return out;
    }

    /**
     * {@code normal_(tensor, mean, std)}.
     *
     * @param mean finite
     * @param stddev 0 or more, finite
     */
    public static float[] normal(Shape shape, double mean, double stddev, TorchGenerator generator) {
        float[] out = new float[shape.intSize()];
        generator.normal(mean, stddev, out, 0, out.length);
        return out;
    }

    /**
     * {@code trunc_normal_(tensor, mean, std, a, b)}: normal, conditioned on lying in [a, b].
     *
     * @param mean finite
     * @param stddev above 0, finite
     * @param a lower bound, absolute, not in standard deviations
     * @param b upper bound. Both within a float's range, with more than 0.3 of the normal law's mass between them; PyTorch
     *     has another method, which is not covered, for less
     */
    public static float[] truncNormal(
            Shape shape, double mean, double stddev, double a, double b, TorchGenerator generator) {
        Arguments.requireNormal(mean, stddev);
        Arguments.requireFinite("a", a);
        Arguments.requireFinite("b", b);
        if (stddev == 0) {
            throw new IllegalArgumentException("stddev is 0.0, expected more: PyTorch divides by it");
        }
        float[] out = new float[shape.intSize()];
        TruncatedNormal.fill(mean, stddev, a, b, generator, out);
        return out;
    }

    /**
     * {@code xavier_uniform_(tensor, gain)}: uniform with standard deviation {@code gain sqrt(2 / (fan_in + fan_out))}, by X.
     * Glorot and Y. Bengio (2010), "Understanding the difficulty of training deep feedforward neural networks".
     *
     * @param shape of rank 2 or more
     * @param gain 0 or more, finite
     */
    public static float[] xavierUniform(Shape shape, double gain, TorchGenerator generator) {
        return symmetric(shape, xavier(shape, gain), generator);
    }

    /** {@code xavier_normal_(tensor, gain)}: normal with the standard deviation of {@link #xavierUniform}. */
    public static float[] xavierNormal(Shape shape, double gain, TorchGenerator generator) {
        return normal(shape, 0, xavier(shape, gain), generator);
    }

    /**
     * {@code kaiming_uniform_(tensor, a, mode, nonlinearity)}: uniform with standard deviation {@code gain / sqrt(fan)}, by K.
     * He, X. Zhang, S. Ren and J. Sun (2015), "Delving Deep into Rectifiers", arXiv:1502.01852. PyTorch's linear and
     * convolution layers begin with {@code a = sqrt(5)}, {@link FanMode#FAN_IN} and {@link Nonlinearity#LEAKY_RELU}.
     *
     * @param shape of rank 2 or more
     * @param a slope of {@link Nonlinearity#LEAKY_RELU} below 0, PyTorch's default 0; ignored by the others
     */
    public static float[] kaimingUniform(
            Shape shape, double a, FanMode mode, Nonlinearity nonlinearity, TorchGenerator generator) {
        return symmetric(shape, kaiming(shape, a, mode, nonlinearity), generator);
    }

    /** {@code kaiming_normal_(tensor, a, mode, nonlinearity)}: normal with the deviation of {@link #kaimingUniform}. */
    public static float[] kaimingNormal(
            Shape shape, double a, FanMode mode, Nonlinearity nonlinearity, TorchGenerator generator) {
        return normal(shape, 0, kaiming(shape, a, mode, nonlinearity), generator);
    }

    private static double xavier(Shape shape, double gain) {
        long fans = FanMode.FAN_IN.fan(shape) + FanMode.FAN_OUT.fan(shape);
        if (fans == 0) {
            throw new IllegalArgumentException("shape " + shape + " has no connections: PyTorch divides by zero");
        }
        Arguments.requireFinite("gain", gain);
        if (gain < 0) {
            throw new IllegalArgumentException("gain is " + gain + ", expected 0 or more");
        }
        return gain * Math.sqrt(2.0 / fans);
    }

    private static double kaiming(Shape shape, double a, FanMode mode, Nonlinearity nonlinearity) {
        Arguments.requireFinite("a", a);
        // A tensor without elements is left alone.
        return nonlinearity.gain(a) / Math.sqrt(Math.max(1, mode.fan(shape)));
    }

    /** Uniform and symmetric about 0 with this standard deviation. */
    private static float[] symmetric(Shape shape, double stddev, TorchGenerator generator) {
        double bound = Math.sqrt(3.0) * stddev;
        return uniform(shape, -bound, bound, generator);
    }

    /**
     * {@code orthogonal_(tensor, gain)}: the tensor as a matrix of {@code shape[0]} rows, with orthonormal rows or columns,
     * times the gain, by A. M. Saxe, J. L. McClelland and S. Ganguli (2014), arXiv:1312.6120. The normals are PyTorch's; the
     * factorisation is in single precision as PyTorch's, but its roundings differ, and so elements by some 1e-6.
     *
     * @param shape of rank 2 or more
     * @param gain finite
     */
    public static float[] orthogonal(Shape shape, double gain, TorchGenerator generator) {
        if (shape.rank() < 2) {
            throw new IllegalArgumentException("orthogonal needs a shape of rank 2 or more, got " + shape);
        }
        int size = shape.intSize();
        Orthogonal orthogonal = new Orthogonal(gain);
        if (size == 0) {
            return new float[0];
        }
        int rows = shape.dim(0);
        int columns = size / rows;
        return orthogonal.create(Shape.of(rows, columns), new Matrix(rows, columns, generator));
    }

    /**
     * {@code sparse_(tensor, sparsity, std)}: normal with mean 0, and in every column {@code ceil(sparsity * rows)} elements
     * set to 0, by J. Martens (2010), "Deep learning via Hessian-free optimization".
     *
     * @param shape of rank 2
     * @param sparsity from 0 to 1
     * @param stddev 0 or more, finite; PyTorch's default 0.01
     */
    public static float[] sparse(Shape shape, double sparsity, double stddev, TorchGenerator generator) {
        requireMatrix("sparse", shape);
        if (!(sparsity >= 0 && sparsity <= 1)) {
            throw new IllegalArgumentException("sparsity is " + sparsity + ", expected 0 to 1");
        }
        float[] out = normal(shape, 0, stddev, generator);
        int rows = shape.dim(0);
        int columns = shape.dim(1);
        int zeros = (int) Math.ceil(sparsity * rows);
        for (int column = 0; column < columns; column++) {
            int[] order = generator.randperm(rows);
            for (int i = 0; i < zeros; i++) {
                out[order[i] * columns + column] = 0;
            }
        }
        return out;
    }

    /**
     * {@code constant_(tensor, value)}; {@code zeros_} and {@code ones_} are those of 0 and 1.
     *
     * @param value finite, as a float too
     */
    public static float[] constant(Shape shape, double value) {
        Arguments.requireFinite("value", value);
        float[] out = new float[shape.intSize()];
        Arrays.fill(out, (float) value);
        return out;
    }

    /** {@code zeros_(tensor)}. */
    public static float[] zeros(Shape shape) {
        return constant(shape, 0);
    }

    /** {@code ones_(tensor)}. */
    public static float[] ones(Shape shape) {
        return constant(shape, 1);
    }

    /**
     * {@code eye_(tensor)}: 1 on the diagonal, 0 elsewhere.
     *
     * @param shape of rank 2, not necessarily square
     */
    public static float[] eye(Shape shape) {
        requireMatrix("eye", shape);
        float[] out = new float[shape.intSize()];
        for (int i = 0; i < Math.min(shape.dim(0), shape.dim(1)); i++) {
            out[i * shape.dim(1) + i] = 1;
        }
        return out;
    }

    /**
     * {@code dirac_(tensor, groups)}: a convolution that passes on as many input channels as it can, each group of output
     * channels beginning with the first.
     *
     * @param shape (out, in, spatial ...) of rank 3 to 5
     * @param groups 1 or more, a divisor of {@code out}
     */
    public static float[] dirac(Shape shape, int groups) {
        if (shape.rank() < 3 || shape.rank() > 5) {
            throw new IllegalArgumentException("dirac needs a shape of rank 3 to 5, got " + shape);
        }
        if (groups < 1 || shape.dim(0) % groups != 0) {
            throw new IllegalArgumentException(
                    "groups is " + groups + ", expected a divisor of the " + shape.dim(0) + " output channels");
        }
        float[] out = new float[shape.intSize()];
        int field = 1;
        int centre = 0;
        for (int axis = 2; axis < shape.rank(); axis++) {
            field *= shape.dim(axis);
            centre = centre * shape.dim(axis) + shape.dim(axis) / 2;
        }
        int channels = shape.dim(0) / groups;
        for (int i = 0; i < shape.dim(0) && field > 0; i++) {
            if (i % channels < shape.dim(1)) {
                out[(i * shape.dim(1) + i % channels) * field + centre] = 1;
            }
        }
        return out;
    }

    private static void requireMatrix(String name, Shape shape) {
        if (shape.rank() != 2) {
            throw new IllegalArgumentException(name + " needs a shape of rank 2, got " + shape);
        }
    }

    /**
     * The next normal matrix of a generator, for {@link Orthogonal}: that asks for the matrix which it factors, a wide one
     * transposed; PyTorch draws the wide one and transposes it.
     */
    private record Matrix(int rows, int columns, TorchGenerator generator) implements Sampler {
        @Override
        public void normal(double mean, double stddev, Slice slice, float[] out, int offset) {
            assert slice.count() == rows * columns;
            if (rows >= columns) {
                generator.normal(mean, stddev, out, offset, slice.count());
                return;
            }
            float[] wide = new float[slice.count()];
            generator.normal(mean, stddev, wide, 0, wide.length);
            for (int i = 0; i < wide.length; i++) {
                out[offset + i % columns * rows + i / columns] = wide[i];
            }
        }

        @Override
        public void uniform(double minval, double maxval, Slice slice, float[] out, int offset) {
            throw new UnsupportedOperationException("orthogonal matrices come from normal ones");
        }

        @Override
        public void truncatedNormal(double mean, double stddev, Slice slice, float[] out, int offset) {
            throw new UnsupportedOperationException("orthogonal matrices come from normal ones");
        }
    }
}
