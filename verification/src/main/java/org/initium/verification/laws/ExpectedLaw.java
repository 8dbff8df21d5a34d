// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.laws;

import org.apache.commons.math3.special.Gamma;
import org.initium.verification.stats.NormalCdf;

/**
 * The law that the elements of an initialized tensor should follow, with parameters that {@link Recipes} works out from the
 * papers.
 */
public sealed interface ExpectedLaw
        permits ExpectedLaw.Exact, ExpectedLaw.Random, ExpectedLaw.Haar, SparseLaw, DeltaLaw, FourierLaw {
    /** Tensors without chance: element by element to the bit. */
    sealed interface Exact extends ExpectedLaw permits Constant, Identity, DiracLaw {
        /** The value of an element, counted in row-major order. */
        float at(int element);
    }

    /** Elements drawn independently from one continuous, symmetric distribution. */
    sealed interface Random extends ExpectedLaw {
        /** Expected value. */
        double mean();

        /** Standard deviation. */
        double stddev();

        /** Fourth central moment over the squared variance. */
        double kurtosis();

        /** Largest distance from the mean in standard deviations; infinite if there is none. */
        double bound();

        /** Probability of a value of at most {@code x}: 0 at {@link #lower} and 1 at {@link #upper}, exactly. */
        double cdf(double x);

        /** Derivative of {@link #cdf}. */
        double density(double x);

        /** Infimum of the values that can occur. */
        default double lower() {
            return mean() - bound() * stddev();
        }

        /** Supremum of the values that can occur. */
        default double upper() {
            return mean() + bound() * stddev();
        }
    }

    private static void requireMean(double mean) {
        if (!Double.isFinite(mean)) {
            throw new IllegalArgumentException("mean is " + mean + ", expected a finite number");
        }
    }

    private static void requireScale(String name, double scale) {
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " is " + scale + ", expected a finite number above 0");
        }
    }

    /**
     * The same value everywhere.
     *
     * @param value the value
     */
    record Constant(float value) implements Exact {
        @Override
        public float at(int element) {
            return value;
        }
    }

    /**
     * The identity matrix times {@code gain}; for a negative gain that is -0.0 off the diagonal, as in Keras.
     *
     * @param rows rows of the matrix
     * @param columns columns of the matrix
     * @param gain the value on the main diagonal
     */
    record Identity(int rows, int columns, float gain) implements Exact {
        @Override
        public float at(int element) {
            return gain * (element / columns == element % columns ? 1f : 0f);
        }
    }

    /**
     * A matrix with orthogonal columns of one length, or orthogonal rows if it is wide, of Haar's distribution.
     *
     * @param rows rows of the matrix
     * @param columns columns of the matrix
     * @param gain length of the columns or rows, above 0
     */
    record Haar(int rows, int columns, double gain) implements ExpectedLaw {
        /** Standard deviation of an element: the squares of a column of length {@code gain} are alike. */
        public double entryStddev() {
            return gain / Math.sqrt(side());
        }

        /**
         * Density of an element, a coordinate of a uniform point of the sphere in {@code n = max(rows, columns)}
         * dimensions: proportional to {@code (1 - x^2)^((n - 3) / 2)}. K. V. Mardia, P. E. Jupp (2000), "Directional
         * Statistics", section 9.3.1. Needs n of 3 or more.
         */
        public double entryDensity(double x) {
            double cosine = x / gain;
            if (Math.abs(cosine) >= 1) {
                return 0;
            }
            double n = side();
            double log = Gamma.logGamma(n / 2)
                    - Gamma.logGamma((n - 1) / 2)
                    - StrictMath.log(Math.PI) / 2
                    + (n - 3) / 2 * StrictMath.log1p(-cosine * cosine);
            return StrictMath.exp(log) / gain;
        }

        private int side() {
            return Math.max(rows, columns);
        }
    }

    /**
     * Uniform on {@code [lower, upper)}.
     *
     * @param lower lower bound, included
     * @param upper upper bound, excluded
     */
    record Uniform(double lower, double upper) implements Random {
        /**
         * Checks the bounds.
         *
         * @throws IllegalArgumentException unless {@code lower < upper} and their distance is finite
         */
        public Uniform {
            if (!(lower < upper) || Double.isInfinite(upper - lower)) {
                throw new IllegalArgumentException(
                        "bounds are " + lower + " and " + upper + ", expected a finite range with lower < upper");
            }
        }

        @Override
        public double mean() {
            return (lower + upper) / 2;
        }

        @Override
        public double stddev() {
            return (upper - lower) / Math.sqrt(12);
        }

        /** {@code (1/5) / (1/3)^2}. */
        @Override
        public double kurtosis() {
            return 1.8;
        }

        @Override
        public double bound() {
            return Math.sqrt(3);
        }

        @Override
        public double cdf(double x) {
            return x <= lower ? 0 : x >= upper ? 1 : (x - lower) / (upper - lower);
        }

        @Override
        public double density(double x) {
            return x < lower || x > upper ? 0 : 1 / (upper - lower);
        }
    }

    /**
     * Normal.
     *
     * @param mean expected value
     * @param stddev standard deviation
     */
    record Normal(double mean, double stddev) implements Random {
        /**
         * Checks the parameters.
         *
         * @throws IllegalArgumentException if one is not finite, or {@code stddev} is not above 0: that is a {@link Constant}
         */
        public Normal {
            requireMean(mean);
            requireScale("stddev", stddev);
        }

        @Override
        public double kurtosis() {
            return 3;
        }

        @Override
        public double bound() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public double cdf(double x) {
            return NormalCdf.of((x - mean) / stddev);
        }

        @Override
        public double density(double x) {
            return NormalCdf.density((x - mean) / stddev) / stddev;
        }
    }

    /**
     * Normal conditioned on lying within two standard deviations of the mean.
     *
     * @param mean expected value
     * @param scale standard deviation before truncation
     */
    record TruncatedNormal(double mean, double scale) implements Random {
        private static final double CUT = 2;
        private static final double BELOW = NormalCdf.of(-CUT);
        private static final double INSIDE = NormalCdf.of(CUT) - BELOW;

        // Integrating z^k phi(z) over -c .. c by parts gives E z^2 and E z^4 of the standard law cut at c.
        private static final double EDGE = 2 * CUT * NormalCdf.density(CUT) / INSIDE;
        private static final double SECOND = 1 - EDGE;
        private static final double FOURTH = 3 * SECOND - CUT * CUT * EDGE;

        /** Standard deviation of the law with scale 1, some 0.8796. */
        static final double STANDARD_STDDEV = Math.sqrt(SECOND);

        /**
         * Checks the parameters.
         *
         * @throws IllegalArgumentException if one is not finite, or {@code scale} is not above 0: that is a {@link Constant}
         */
        public TruncatedNormal {
            requireMean(mean);
            requireScale("scale", scale);
        }

        @Override
        public double stddev() {
            return scale * STANDARD_STDDEV;
        }

        @Override
        public double kurtosis() {
            return FOURTH / (SECOND * SECOND);
        }

        @Override
        public double bound() {
            return CUT / STANDARD_STDDEV;
        }

        @Override
        public double lower() {
            return mean - CUT * scale;
        }

        @Override
        public double upper() {
            return mean + CUT * scale;
        }

        @Override
        public double cdf(double x) {
            // By the bounds themselves: (lower - mean) / scale may be rounded to more than -2.
            if (x <= lower()) {
                return 0;
            }
            return x >= upper() ? 1 : Math.max(0, Math.min(1, (NormalCdf.of((x - mean) / scale) - BELOW) / INSIDE));
        }

        @Override
        public double density(double x) {
            return x < lower() || x > upper() ? 0 : NormalCdf.density((x - mean) / scale) / (INSIDE * scale);
        }
    }
}
