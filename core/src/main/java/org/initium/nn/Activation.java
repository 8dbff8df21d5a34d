// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.initium.nn.kernel.ActivationKernel;

/**
 * The activation functions, as {@code keras.activations} defines them.
 *
 * <p>All but the piecewise linear ones are evaluated in double precision, to a few units of its last place, and rounded once
 * to float. A NaN goes in and comes out.
 */
public enum Activation {
    /** {@code y = x}. */
    LINEAR {
        @Override
        void forward(int rows, int columns, float[] x, float[] y) {
            System.arraycopy(x, 0, y, 0, rows * columns);
        }

        @Override
        void backward(int rows, int columns, float[] x, float[] y, float[] dy, float[] dx) {
            System.arraycopy(dy, 0, dx, 0, rows * columns);
        }
    },

    /** {@code y = max(x, 0)}; the derivative at 0 is 0. */
    RELU {
        @Override
        void forward(int rows, int columns, float[] x, float[] y) {
            KERNEL.relu(0, rows * columns, x, y);
        }

        @Override
        void backward(int rows, int columns, float[] x, float[] y, float[] dy, float[] dx) {
            KERNEL.reluGradient(0, rows * columns, x, dy, dx);
        }
    },

    /** {@code y = x} above 0, {@code 0.2 x} elsewhere (Keras's default slope); the derivative at 0 is 0.2. */
    LEAKY_RELU {
        @Override
        void forward(int rows, int columns, float[] x, float[] y) {
            KERNEL.leakyRelu(0, rows * columns, NEGATIVE_SLOPE, x, x, y);
        }

        @Override
        void backward(int rows, int columns, float[] x, float[] y, float[] dy, float[] dx) {
            KERNEL.leakyRelu(0, rows * columns, NEGATIVE_SLOPE, x, dy, dx);
        }
    },

    /** Hyperbolic tangent, {@code p / (p + 2)} with {@code p = e^(2x) - 1}; {@code y' = 1 - y^2}. */
    TANH {
        @Override
        void forward(int rows, int columns, float[] x, float[] y) {
            double[] p = Exponentials.scratch();
            for (int at = 0; at < rows * columns; at += p.length) {
                int count = Math.min(p.length, rows * columns - at);
                for (int i = 0; i < count; i++) {
                    p[i] = (double) x[at + i] + x[at + i];
                }
                Exponentials.exp(count, 1);
                for (int i = 0; i < count; i++) {
                    y[at + i] = (float) (p[i] / (p[i] + 2));
                }
            }
        }

        @Override
        void backward(int rows, int columns, float[] x, float[] y, float[] dy, float[] dx) {
            for (int i = 0; i < rows * columns; i++) {
                double t = y[i];
                dx[i] = (float) (dy[i] * (1 - t * t));
            }
        }
    },

    /** {@code y = 1 / (1 + exp(-x))}; {@code y' = y (1 - y)}. */
    SIGMOID {
        @Override
        void forward(int rows, int columns, float[] x, float[] y) {
            double[] e = Exponentials.scratch();
            for (int at = 0; at < rows * columns; at += e.length) {
                int count = Math.min(e.length, rows * columns - at);
                for (int i = 0; i < count; i++) {
                    e[i] = -(double) x[at + i];
                }
                Exponentials.exp(count, 0);
                for (int i = 0; i < count; i++) {
                    y[at + i] = (float) (1 / (1 + e[i]));
                }
            }
        }

        @Override
        void backward(int rows, int columns, float[] x, float[] y, float[] dy, float[] dx) {
            for (int i = 0; i < rows * columns; i++) {
                double s = y[i];
                dx[i] = (float) (dy[i] * (s * (1 - s)));
            }
        }
    },

    /** {@code y_j = exp(x_j) / sum_k exp(x_k)} over each sample; {@code dx_j = y_j (dy_j - sum_k dy_k y_k)}. */
    SOFTMAX {
        @Override
        void forward(int rows, int columns, float[] x, float[] y) {
            int group = Exponentials.groupOf(columns);
            for (int first = 0; first < rows; first += group) {
                int count = Math.min(group, rows - first);
                double[] e = Exponentials.belowMax(count, columns, x, first * columns);
                Exponentials.exp(count * columns, 0);
                for (int row = 0; row < count * columns; row += columns) {
                    double scale = 1 / Exponentials.sum(columns, e, row);
                    for (int j = row; j < row + columns; j++) {
                        y[first * columns + j] = (float) (e[j] * scale);
                    }
                }
            }
        }

        @Override
        void backward(int rows, int columns, float[] x, float[] y, float[] dy, float[] dx) {
            for (int row = 0; row < rows * columns; row += columns) {
                double mean = 0;
                for (int j = row; j < row + columns; j++) {
                    mean += (double) dy[j] * y[j];
                }
                for (int j = row; j < row + columns; j++) {
                    dx[j] = (float) (y[j] * (dy[j] - mean));
                }
            }
        }
    },

    /**
     * {@code y = x Phi(x)} with the normal distribution function itself ({@code approximate=False}), not the tanh formula;
     * {@code y' = Phi(x) + x phi(x)}. D. Hendrycks, K. Gimpel (2016), "Gaussian Error Linear Units", arXiv:1606.08415.
     */
    GELU {
        @Override
        void forward(int rows, int columns, float[] x, float[] y) {
            for (int i = 0; i < rows * columns; i++) {
                y[i] = (float) (x[i] * normalCdf(x[i]));
            }
        }

        @Override
        void backward(int rows, int columns, float[] x, float[] y, float[] dy, float[] dx) {
            for (int i = 0; i < rows * columns; i++) {
                double u = x[i];
                double density = StrictMath.exp(-0.5 * u * u) / SQRT_TWO_PI;
                dx[i] = (float) (dy[i] * (normalCdf(u) + u * density));
            }
        }
    };

    private static final ActivationKernel KERNEL = ActivationKernel.create();
    private static final float NEGATIVE_SLOPE = 0.2f;
    private static final double SQRT_TWO_PI = Math.sqrt(2 * Math.PI);
    private static final double SQRT_HALF = Math.sqrt(0.5);

    /** y (rows, columns) from x (rows, columns). */
    abstract void forward(int rows, int columns, float[] x, float[] y);

    /** dx (rows, columns) from dy (rows, columns) and what {@link #forward} read and wrote. */
    abstract void backward(int rows, int columns, float[] x, float[] y, float[] dy, float[] dx);

    /**
     * The activation with Keras's name.
     *
     * @param name snake_case, as {@code keras.activations.get} takes it: {@code leaky_relu}
     * @throws IllegalArgumentException if there is none of this name; the message lists those there are
     */
    public static Activation of(String name) {
        for (Activation activation : values()) {
            if (activation.kerasName().equals(name)) {
                return activation;
            }
        }
        throw new IllegalArgumentException("unknown activation '" + name + "', expected one of "
                + Arrays.stream(values()).map(Activation::kerasName).collect(Collectors.joining(", ")));
    }

    /** Keras's name for it: {@code leaky_relu}. */
    public String kerasName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * This function as a layer.
     *
     * @param size numbers per sample, 1 or more
     * @throws IllegalArgumentException if the size is below 1
     */
    public Layer layer(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("size is " + size + ", expected 1 or more");
        }
        return new ActivationLayer(this, size);
    }

    /** The logistic function; exp overflows to infinity for large negative x, which gives the right 0. */
    static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    /** Phi(x), through erfc so that the lower tail keeps its relative accuracy. */
    private static double normalCdf(double x) {
        return 0.5 * Erfc.erfc(-SQRT_HALF * x);
    }

    private record ActivationLayer(Activation function, int size) implements Layer {
        @Override
        public String name() {
            return "activation";
        }

        @Override
        public int inputSize() {
            return size;
        }

        @Override
        public int outputSize() {
            return size;
        }

        @Override
        public void forward(int batch, float[] x, float[] y) {
            function.forward(batch, size, x, y);
        }

        @Override
        public void backward(int batch, float[] x, float[] y, float[] dy, float[] dx) {
            if (dx != null) {
                function.backward(batch, size, x, y, dy, dx);
            }
        }
    }
}
