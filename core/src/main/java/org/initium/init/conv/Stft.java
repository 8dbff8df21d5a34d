// SPDX-License-Identifier: Apache-2.0
package org.initium.init.conv;

import java.util.Objects;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.SnakeCase;
import org.initium.init.Initializer;
import org.initium.init.Law;
import org.initium.random.Sampler;

/**
 * Convolution kernels that compute a short-time Fourier transform: {@code keras.initializers.STFT}. The sampler is not used.
 *
 * <p>A kernel is (frame, 1, bins), where the bins are those of a real transform of {@code N = 2 (bins - 1)} points. Its
 * element (t, 0, k) is {@code cos(-2 pi t k / N)} for the real side and {@code sin(-2 pi t k / N)} for the imaginary one,
 * times the window's value at t, over the scaling.
 *
 * <p>As in Keras the angle is computed in floats, {@code ((-2 t) * (k / N)) * pi} with a rounding after each operation, so
 * that it is off by up to {@code 3.5 * 2^-24} of itself: for the last samples of a frame of 1024 by 0.0007. Sine and cosine
 * of that angle, and the sums under the scalings, are computed in double precision and rounded once, where Keras leaves them
 * to its backend. Measured against Keras 3.15.1 over frames of 8 to 1024 samples, the elements are within 2 units in the last
 * place of those of NumPy, PyTorch and TensorFlow without window and within 5 with it. JAX multiplies by {@code 1 / N}
 * instead of dividing, which is the same for powers of two and up to an ulp of the angle apart for other N.
 *
 * @param side which part of the complex transform
 * @param window weights of the samples of a frame, rounded to floats; {@link NamedWindow#NONE} leaves out the scaling too
 * @param scaling what the windowed kernel is divided by
 * @param periodic whether a named window is periodic rather than symmetric
 */
public record Stft(Side side, Window window, Scaling scaling, boolean periodic) implements Initializer {
    /** Keras's default: the real side with a symmetric Hann window, scaled by density. */
    public static final Stft DEFAULT = new Stft(Side.REAL, NamedWindow.HANN, Scaling.DENSITY, false);

    private static final float PI = (float) Math.PI;

    /** A part of a complex number. */
    public enum Side {
        /** The cosines. */
        REAL,
        /** The sines. */
        IMAG;

        /**
         * The side of Keras's name, {@code real} or {@code imag}.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Side of(String name) {
            return SnakeCase.parse("side", name, values());
        }

        /** Keras's name. */
        @Override
        public String toString() {
            return SnakeCase.of(this);
        }
    }

    /** What the windowed kernel is divided by. */
    public enum Scaling {
        /** 1: Keras's {@code None}. */
        NONE,
        /** The Euclidean norm of the window. */
        DENSITY,
        /** The sum of the window's magnitudes. */
        SPECTRUM;

        /**
         * The scaling of Keras's name, {@code density} or {@code spectrum}; or {@code none}.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Scaling of(String name) {
            return SnakeCase.parse("scaling", name, values());
        }

        /** Keras's name. */
        @Override
        public String toString() {
            return SnakeCase.of(this);
        }
    }

    /** Checks that nothing is null. */
    public Stft {
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(scaling, "scaling");
    }

    /**
     * Mean and deviation over the elements, without the roundings of the angle; the bounds are the window's largest value
     * over the scaling and its negative.
     *
     * @throws IllegalArgumentException if the shape is not (frame, 1, bins) with two bins or more (Keras gives NaN for one),
     *     there is no window of the frame's length, or it is to be scaled and has only zeros (Keras gives NaN)
     */
    @Override
    public Law.Structured law(Shape shape) {
        requireKernel(shape);
        String structure =
                side + " part of a Fourier transform of " + 2L * (shape.dim(2) - 1) + " points over frames of "
                        + shape.dim(0) + ", window " + (window instanceof NamedWindow named ? named : "given")
                        + (scaling == Scaling.NONE ? "" : " scaled by " + scaling);
        if (shape.size() == 0) {
            return new Law.Structured(structure, 0, 0, 0, 0);
        }
        float[] weights = weights(shape.dim(0));
        double divisor = divisor(weights);
        double sum = 0;
        double squares = 0;
        double largest = 0;
        for (int t = 0; t < weights.length; t++) {
            double weight = weights[t] / divisor;
            sum += weight * sumOverBins(t, shape.dim(2));
            squares += weight * weight * squaresOverBins(t, shape.dim(2));
            largest = Math.max(largest, Math.abs(weight));
        }
        double mean = sum / shape.size();
        double variance = Math.max(0, squares / shape.size() - mean * mean);
        return new Law.Structured(structure, mean, Math.sqrt(variance), -largest, largest);
    }

    /** {@code sum cos(-pi t k / n)} or {@code sum sin(-pi t k / n)} for k from 0 to n = bins - 1: Dirichlet's kernel at pi t. */
    private double sumOverBins(int t, int bins) {
        long n = bins - 1;
        if (side == Side.REAL) {
            return t % (2 * n) == 0 ? bins : t % 2 == 0 ? 1 : 0;
        }
        return t % 2 == 0 ? 0 : -1 / StrictMath.tan(Math.PI * (t % (2 * n)) / (2 * n));
    }

    /** The sum of the squares of the same: of {@code (1 +- cos 2x) / 2}. */
    private double squaresOverBins(int t, int bins) {
        double cosines = t % (bins - 1) == 0 ? bins : (bins + 1) / 2.0;
        return side == Side.REAL ? cosines : bins - cosines;
    }

    @Override
    public void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset) {
        requireKernel(shape);
        slice.requireOf(shape);
        Objects.checkFromIndexSize(offset, slice.count(), out.length);
        if (shape.size() == 0) {
            return;
        }
        float[] weights = weights(shape.dim(0));
        float divisor = divisor(weights);
        int bins = shape.dim(2);
        float points = 2 * (bins - 1f);
        for (int i = 0; i < slice.count(); i++) {
            long element = slice.first() + i;
            int t = (int) (element / bins);
            float frequency = element % bins / points;
            float angle = -2f * t * frequency * PI;
            float wave = (float) (side == Side.REAL ? StrictMath.cos(angle) : StrictMath.sin(angle));
            out[offset + i] = wave * weights[t] / divisor;
        }
    }

    private float[] weights(int frame) {
        double[] values = window.values(frame, periodic);
        float[] weights = new float[frame];
        for (int t = 0; t < frame; t++) {
            weights[t] = (float) values[t];
        }
        return weights;
    }

    private float divisor(float[] weights) {
        if (window == NamedWindow.NONE || scaling == Scaling.NONE) {
            return 1;
        }
        double sum = 0;
        for (float weight : weights) {
            sum += scaling == Scaling.DENSITY ? weight * weight : Math.abs(weight);
        }
        if (sum == 0) {
            throw new IllegalArgumentException("the " + weights.length + " values of window " + window
                    + " are all 0, expected another one to scale by " + scaling
                    + " (Keras divides by 0 and gives NaN)");
        }
        return scaling == Scaling.DENSITY ? (float) Math.sqrt((float) sum) : (float) sum;
    }

    private static void requireKernel(Shape shape) {
        if (shape.rank() != 3) {
            throw new IllegalArgumentException(
                    "stft needs a shape (frame, 1, bins), got " + shape + " of rank " + shape.rank());
        }
        if (shape.dim(1) != 1) {
            throw new IllegalArgumentException("stft needs a shape (frame, 1, bins), got " + shape
                    + " (Keras takes any number in the middle and gives a kernel with 1)");
        }
        if (shape.dim(2) == 1) {
            throw new IllegalArgumentException("stft needs two bins or more, got shape " + shape
                    + " (Keras divides 0 by 0 for one and gives NaN)");
        }
    }
}
